import SchemaModel
import SchemaParser

/// Whole relations at once, behind the type of a relation field.
extension CompletionRequest {
  /// `@relation(…)` with all it needs, in place of an attribute.
  func relationScaffoldItems(_ line: FieldLine) -> [CompletionItem] {
    if line.has("relation") { return [] }
    if line.arity == .list { return keyOnOtherSide(of: line).map { [$0] } ?? [] }
    guard let proposal = relationProposal(for: line) else { return [] }
    var item = CompletionItem(
      "@relation(\(proposal.arguments))", .snippet,
      text: CompletionText("@relation(\(proposal.arguments))"), detail: proposal.summary,
      subject: .attribute("@relation"), rank: .first)
    item.filterText = "@relation"
    item.additionalEdits = proposal.edits
    item.needsMore = proposal.needsMore
    return [item]
  }

  /// What a list lacks: the field with the key in the other model, and the name if it needs one.
  private func keyOnOtherSide(of line: FieldLine) -> CompletionItem? {
    guard let model, !model.isView, !model.isIgnored,
      let related = type(of: line).modelID.flatMap({ schema.model($0) }),
      !related.isView, !related.isIgnored,
      let proposal = OppositeProposal(ofList: line, in: model, to: related, self)
    else { return nil }
    var item = CompletionItem(
      proposal.name.map { "@relation(\"\($0)\")" } ?? "@relation(\(proposal.fieldArguments))",
      .snippet, text: CompletionText(proposal.name.map { "@relation(\"\($0)\")" } ?? ""),
      detail: proposal.summary, subject: .attribute("@relation"), rank: .first)
    item.filterText = "@relation"
    item.additionalEdits = proposal.edits
    return item
  }

  /// Models with `@relation(…)` and all it needs: that whose whole name is typed, then some of the
  /// `types` that are offered.
  func relationItems(among types: [CompletionItem], _ line: FieldLine) -> [CompletionItem] {
    guard let model, !model.isView, !model.isIgnored, context.word.range.end == context.offset,
      line.attributes.isEmpty, !hasRest
    else { return [] }
    if let range = line.typeRange, range != context.word.range { return [] }
    let typed = line.typeName.flatMap { typedRelationItem($0, line, isTyped: true) }
    guard line.arity == .required else { return typed.map { [$0] } ?? [] }
    let others = relatedTypes(among: types, line).compactMap { type -> CompletionItem? in
      if type.label == line.typeName { return nil }
      var item = typedRelationItem(type.label, line, isTyped: false)
      item?.rank = type.rank
      return item
    }
    return (typed.map { [$0] } ?? []) + others
  }

  /// The most models that are offered with a whole relation where there are many.
  private static let mostRelations = 5

  /// The models among `types` that the line may lead to. Of many only those that begin with what is typed,
  /// or that the field's name speaks for: they are asked for again when more is typed.
  private func relatedTypes(among types: [CompletionItem], _ line: FieldLine) -> [CompletionItem] {
    let prefix = context.word.prefix
    // A key is no relation.
    if prefix.isEmpty, Self.keyEndings.contains(where: line.name.hasSuffix) { return [] }
    let models = types.lazy.filter {
      $0.kind == .model && $0.label.utf8.last != UInt8(ascii: "?")
        && $0.label.utf8.last != UInt8(ascii: "]")
    }
    guard hasManyTypes else { return Array(models) }
    return Array(
      models.filter {
        prefix.isEmpty ? $0.rank == .first : $0.label.match(prefix) == .prefix
      }.prefix(Self.mostRelations))
  }

  /// The type `name` with `@relation(…)` and all it needs; nil when it is no model that a relation can lead
  /// to.
  ///
  /// - Parameter isTyped: whether the whole type stands there, with the mark that it is to have.
  private func typedRelationItem(
    _ name: String, _ line: FieldLine, isTyped: Bool
  ) -> CompletionItem? {
    guard let model, let id = schema.dataType(named: Name(name)), let related = schema.model(id),
      !related.isView, !related.isIgnored
    else { return nil }
    var line = line
    line.typeName = name
    // Nothing can be the first of those that each need another.
    if !isTyped, related.id == model.id { line.arity = .optional }
    var proposal = relationProposal(for: line)
    if proposal == nil, !isTyped, line.arity == .required {
      line.arity = .optional
      proposal = relationProposal(for: line)
    }
    guard let proposal else { return nil }
    let written = name + (line.arity == .optional ? "?" : "")
    let text = "\(written) @relation(\(proposal.arguments))"
    var item = CompletionItem(
      text, .snippet, detail: proposal.summary, subject: .attribute("@relation"), rank: .likely)
    item.filterText = written
    item.additionalEdits = proposal.edits
    item.needsMore = proposal.needsMore
    return item
  }

  /// How a line could become a whole relation, nil when it is one or can't be.
  ///
  /// - Parameter name: the name that the relation has already, nil when it has none.
  func relationProposal(for line: FieldLine, named name: String? = nil) -> RelationProposal? {
    let field = typed(line)
    guard let model, let id = field.type.modelID, let related = schema.model(id) else {
      return nil
    }
    return RelationProposal(of: field, in: model, to: related, self, named: name)
  }
}

extension ArgumentCompletion {
  /// How the field could become a whole relation, nil when it is one or can't be.
  var relationProposal: RelationProposal? {
    place.field.flatMap { request.relationProposal(for: $0, named: relationName) }
  }

  /// `fields` and `references` at once, while neither is there.
  func relationItems() -> [CompletionItem] {
    guard !isFollowedByColon, let proposal = missingRelation else { return [] }
    var item = item(
      relationName == nil ? proposal.arguments : proposal.fieldArguments, .snippet,
      detail: proposal.summary, rank: .first)
    item.additionalEdits = proposal.edits
    item.needsMore = proposal.needsMore
    return [item]
  }

  /// The same behind the name that the cursor is in, and with the name of the foreign key.
  ///
  /// - Parameter end: the place behind the name.
  func relationItems(behind end: TextRange) -> [CompletionItem] {
    guard let proposal = missingRelation, let model else { return [] }
    var columns: [String]? = []
    for name in proposal.scalarNames {
      let isNew = proposal.newScalars.contains { $0.hasPrefix(name + " ") }
      let column =
        isNew
        ? DatabaseNaming.column(of: name, in: model, schema) ?? name
        : model.field(Name(name))?.databaseName
      columns = column.flatMap { column in columns.map { $0 + [column] } }
    }
    var constraint: String?
    if let columns, parameters.contains(where: { $0.name == "map" }), !isView {
      var names = ConstraintNames(connector: connector)
      _ = names.constraint(.foreignKey, of: model, columns: columns)
      constraint = "map: \"\(names.text.escapedForSchema)\""
    }
    return [nil, constraint].enumerated().compactMap { index, constraint in
      if index > 0, constraint == nil { return nil }
      let arguments = proposal.fieldArguments + (constraint.map { ", " + $0 } ?? "")
      var item = item(
        arguments, .snippet, text: CompletionText(scan.text(word.range)),
        detail: proposal.summary ?? "behind the name", rank: .last)
      item.filterText = constraint == nil ? "fields" : "map"
      item.replaced = word.range
      item.additionalEdits =
        ([TextEdit(range: end, replacement: ", " + arguments)] + proposal.edits)
        .sorted { $0.range.start < $1.range.start }
      // What is typed between the quotes is the name of the other side too.
      item.needsMore = true
      return item
    }
  }

  private var missingRelation: RelationProposal? {
    guard attribute == "@relation", isForwardSide, names(inArgument: "fields") == nil,
      names(inArgument: "references") == nil
    else { return nil }
    return relationProposal
  }
}
