import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

/// What a line of a model, view or composite type begins with: fields that it lacks, and attributes of
/// the block.
extension CompletionRequest {
  func fieldNameItems() -> [CompletionItem] {
    // Before a type the name is the user's own; an attribute gets a line before it.
    if hasRest { return blockAttributeItems().map(onLineBefore) }
    return newFieldItems() + blockAttributeItems()
  }

  /// The item writing a line of its own before that of the cursor.
  private func onLineBefore(_ item: CompletionItem) -> CompletionItem {
    var item = item
    let word = context.statement.tokens.first { $0.range == context.word.range }
    let rest = CompletionText("\n  " + (word.map { context.statement.text($0) } ?? ""))
    item.text = item.text + rest
    item.filterText = item.label
    item.rank = .last
    return item
  }

  private func newFieldItems() -> [CompletionItem] {
    guard let model, !model.isView else { return [] }
    let taken = takenNames
    var items = foreignKeyItems(model, taken) + oppositeItems(model, taken)
    let hasKey =
      model.primaryKey != nil || takenBlockAttributes.contains("@@id")
      || model.indexes.contains { $0.isClustered == true }
    let identifier = identifierField
    let key = String(identifier.plain.prefix { $0 != " " })
    if !hasKey, !taken.contains(key) {
      items.append(newField(key, identifier, rank: .first))
    }
    let usesSnake = FieldNaming(fieldsOf: model).isSnakeCase
    for (camel, snake, rest) in Self.times where !taken.contains(camel) && !taken.contains(snake) {
      let name = usesSnake ? snake : camel
      var attributes = attributes(ofTimeNamed: [camel, snake], besides: model) ?? [rest]
      if let column = DatabaseNaming.column(of: name, in: model, schema) {
        attributes.insert("@map(\"\(column.escapedForSchema)\")", at: 1)
      }
      let text = "\(name) DateTime \(attributes.joined(separator: " "))"
      items.append(newField(name, CompletionText(text), rank: .usual))
    }
    return items
  }

  /// What other models say of a time of this name: its default and its native type. The column is
  /// named as the others of this model are.
  private func attributes(ofTimeNamed names: [String], besides model: Model) -> [String]? {
    for other in schema.sampleOfModels where other.id != model.id && !other.isView {
      guard let field = names.lazy.compactMap({ other.field(Name($0)) }).first,
        field.type == .scalar(.dateTime), field.arity == .required,
        let syntax = analysis.fieldSyntax(field, in: other.block)
      else { continue }
      let editor = BlockEditor(file: context.file, block: other.block, start: 0)
      let kept = syntax.attributes.filter { attribute in
        let name = attribute.path?.text ?? ""
        return ["default", "updatedAt"].contains(name) || name.contains(".")
      }.map { attribute in
        // A constraint's name is taken.
        guard attribute.arguments.contains(where: { $0.name?.text == "map" }) else {
          return other.block.text(editor.textRange(of: attribute))
        }
        let rest = attribute.arguments.filter { $0.name?.text != "map" }
        return "@default(\(rest.map { other.block.text($0.range) }.joined(separator: ", ")))"
      }
      if !kept.isEmpty, kept.allSatisfy({ !$0.contains("\n") }) {
        return kept
      }
    }
    return nil
  }

  private static let times = [
    (camel: "createdAt", snake: "created_at", rest: "@default(now())"),
    (camel: "updatedAt", snake: "updated_at", rest: "@updatedAt"),
  ]

  private func newField(
    _ name: String, _ text: CompletionText, rank: CompletionItem.Rank
  ) -> CompletionItem {
    var item = CompletionItem(name, .field, text: text, rank: rank)
    item.detail = String(text.plain.drop { $0 != " " }.dropFirst())
    return item
  }

  // MARK: Relations

  /// The scalar fields that relations of the model name in `fields` and that do not exist, or that
  /// relations without `fields` need.
  private func foreignKeyItems(_ model: Model, _ taken: Set<String>) -> [CompletionItem] {
    schema.relations(createdBy: model.id).flatMap { relation -> [CompletionItem] in
      guard let index = relation.forward, !relation.isManyToMany,
        let target = schema.model(relation.referencedModel)
      else { return [] }
      let field = model.fields[index]
      let attribute = model.block.relationArguments(of: field)
      let references =
        attribute.references.isEmpty
        ? target.strictUniqueCriterion.map(target.fieldNames) ?? [] : attribute.references
      let names =
        attribute.fields.isEmpty
        ? references.map { FieldNaming(fieldsOf: model, target).joined(field.name, $0) }
        : attribute.fields
      return zip(names, references).compactMap { name, reference in
        guard !taken.contains(name), let referenced = target.field(Name(reference)),
          referenced.isScalar
        else { return nil }
        var text = "\(name) \(referenced.typeName)\(field.arity == .optional ? "?" : "")"
        // The key of a one-to-one relation is unique.
        if relation.kind == .oneToOne, names.count == 1 { text += " @unique" }
        if let column = DatabaseNaming.column(of: name, in: model, schema) {
          text += " @map(\"\(column.escapedForSchema)\")"
        }
        if let native = referenced.nativeType { text += " " + target.block.text(native.range) }
        var item = newField(name, CompletionText(text), rank: .first)
        item.isPreselected = true
        return item
      }
    }
  }

  /// The fields by which models that refer to this one are seen from here, where they are missing.
  private func oppositeItems(_ model: Model, _ taken: Set<String>) -> [CompletionItem] {
    var items: [CompletionItem] = []
    var names = taken
    for id in schema.declarations(mentioning: model.identifier.name).prefix(100) {
      for relation in schema.relations(createdBy: id) {
        if let item = keyItem(for: relation, to: id, in: model, &names) { items.append(item) }
        guard relation.referencedModel == model.id, relation.back == nil,
          let index = relation.forward, id != model.id, let other = schema.model(id)
        else { continue }
        let isList = relation.kind == .oneToMany
        let base = FieldNaming(fieldsOf: model, other).field(for: other.name)
        let name = isList ? base.pluralized : base
        var text = "\(name) \(other.name)\(isList ? "[]" : "?")"
        if let given = other.fields[index].relation?.name {
          text += " @relation(\"\(given.value)\")"
        }
        guard names.insert(name).inserted else { continue }
        var item = newField(name, CompletionText(text), rank: .first)
        item.needsMore = other.fields[index].relation?.fields == nil
        items.append(item)
      }
    }
    return items
  }
}

extension CompletionRequest {
  /// The field with the key that a list of another model waits for, with the fields of the key.
  private func keyItem(
    for relation: Relation, to id: BlockID, in model: Model, _ taken: inout Set<String>
  ) -> CompletionItem? {
    guard relation.kind == .oneToMany, relation.referencingModel == model.id,
      relation.forward == nil, id != model.id, relation.referencedModel == id,
      let other = schema.model(id), !other.isView, let list = relation.back
    else { return nil }
    let name = FieldNaming(fieldsOf: model, other).field(for: other.name)
    let line = FieldLine(
      name: name, start: context.statement.range.start, typeName: other.name, arity: .optional)
    guard !taken.contains(name), let field = other.field(at: list),
      let proposal = RelationProposal(
        of: typed(line), in: model, to: other, self, named: field.relation?.name?.value)
    else { return nil }
    taken.insert(name)
    var item = newField(
      name, CompletionText("\(name) \(other.name)? @relation(\(proposal.arguments))"), rank: .first)
    item.additionalEdits = proposal.edits
    item.needsMore = proposal.needsMore
    return item
  }
}

extension SyntaxBlock {
  /// The names in `fields` and `references` of a relation field, as they are written.
  func relationArguments(of field: Field) -> (fields: [String], references: [String]) {
    guard let node = nodes(holding: field.range.start).last(where: { $0.kind == .field }),
      let relation = FieldSyntax(node)?.attributes.first(where: { $0.path?.text == "relation" })
    else { return ([], []) }
    func names(_ argument: String) -> [String] {
      relation.arguments.first { $0.name?.text == argument }?.value?.elements
        .compactMap(\.constantValue) ?? []
    }
    return (names("fields"), names("references"))
  }
}
