import SchemaModel
import SchemaParser

/// Whole relations at once, behind the type of a relation field.
extension CompletionRequest {
  /// `@relation(…)` with all it needs, in place of an attribute.
  func relationScaffoldItems(_ line: FieldLine) -> [CompletionItem] {
    guard !line.has("relation"), let proposal = relationProposal(for: line) else { return [] }
    var item = CompletionItem(
      "@relation(\(proposal.arguments))", .snippet,
      text: CompletionText("@relation(\(proposal.arguments))"), detail: proposal.summary,
      subject: .attribute("@relation"), rank: .first)
    item.filterText = "@relation"
    item.additionalEdits = proposal.edits
    item.needsMore = proposal.needsMore
    return [item]
  }

  /// The type with `@relation(…)` and all it needs, once the whole name of a model is typed.
  func typedRelationItems(_ line: FieldLine) -> [CompletionItem] {
    guard let type = line.typeName, context.word.range.end == context.offset,
      line.typeRange == context.word.range, line.attributes.isEmpty,
      let proposal = relationProposal(for: line)
    else { return [] }
    let written = type + (line.arity == .optional ? "?" : "")
    var item = CompletionItem(
      "\(written) @relation(\(proposal.arguments))", .snippet,
      text: CompletionText("\(written) @relation(\(proposal.arguments))"),
      detail: proposal.summary, subject: .attribute("@relation"), rank: .likely)
    item.filterText = written
    item.additionalEdits = proposal.edits
    item.needsMore = proposal.needsMore
    return [item]
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
      let column = isNew ? name : model.field(Name(name))?.databaseName
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
