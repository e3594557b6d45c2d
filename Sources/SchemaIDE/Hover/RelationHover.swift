import SchemaModel
import SchemaParser

extension HoverPlace {
  /// The type of a field: what it is, and of a relation the other side.
  var typeHover: Hover? {
    guard let type = cursor.innermost(.type).flatMap({ TypeSyntax($0) }) else { return nil }
    if let unsupported = type.unsupported {
      return hover(
        page(LanguageReference.unsupportedType, titled: unsupported.text), at: unsupported.range)
    }
    guard let name = type.name else { return nil }
    if let target = schema.dataType(at: name.range, in: cursor.block) {
      return hover(relatedText(target), at: name.range)
    }
    guard let scalar = ScalarType(named: name.text) else { return nil }
    let entry = LanguageReference.scalarType(scalar)
    var text = MarkdownText()
    text.addCode(scalar.name)
    text.add(entry.summary)
    if let column = hoveredField.flatMap({ schema.columnType(of: $0) }) {
      text.add("Here \(MarkdownText.code(column))")
    }
    text.add(entry.body)
    return hover(text, at: name.range)
  }

  /// The field of a model or composite type that is hovered over, nil when the resolution has none.
  private var hoveredField: Field? {
    guard let id = cursor.declaration, let name = cursor.innermost(.field)?.first(.name) else {
      return nil
    }
    let fields = schema.model(id)?.fields ?? schema.compositeType(id)?.fields ?? []
    return fields.last { $0.identifier.range == name.range }
  }

  /// A model as the type of the field that is hovered over: with the field that leads back.
  private func relatedText(_ target: BlockID) -> MarkdownText {
    guard let related = schema.model(target),
      let model = cursor.declaration.flatMap({ schema.model($0) }),
      let facts = hoveredField.flatMap({ schema.relation(of: $0, in: model) })
    else { return declarationText(target) }
    var text = MarkdownText()
    guard let opposite = facts.opposite else {
      text.addCode("\(related.keyword) \(related.name)")
      if let documentation = related.block.declarationDocumentation { text.add(documentation) }
      add(facts, to: &text)
      return text
    }
    text.addCode(
      """
      \(related.keyword) \(related.name) {
        …
        \(fieldLine(opposite, name: facts.name))
      }
      """)
    if let documentation = related.block.declarationDocumentation { text.add(documentation) }
    add(facts, to: &text)
    return text
  }

  /// A relation field with what makes it one, in full: name, fields, references.
  private func fieldLine(_ side: RelationFacts.Side, name: String) -> String {
    var arguments = ["name: \(StringLiteral.quoted(name))"]
    if let fields = side.field.relation?.fields?.fields, !fields.isEmpty {
      arguments.append("fields: [\(side.model.fieldNames(fields).joined(separator: ", "))]")
    }
    if let references = side.field.relation?.references?.fields, !references.isEmpty {
      arguments.append("references: [\(references.map(\.text).joined(separator: ", "))]")
    }
    return
      "\(side.field.name) \(side.field.typeDescription) @relation(\(arguments.joined(separator: ", ")))"
  }

  /// What a relation field stands for.
  func addRelation(of field: Field, in model: Model, to text: inout MarkdownText) {
    guard let facts = schema.relation(of: field, in: model) else { return }
    if let opposite = facts.opposite {
      text.add(
        "Other side: "
          + MarkdownText.code(
            "\(opposite.model.name).\(opposite.field.name) \(opposite.field.typeDescription)"))
    }
    add(facts, to: &text)
  }

  private func add(_ facts: RelationFacts, to text: inout MarkdownText) {
    text.add("**\(kind(of: facts.relation))** relation \(MarkdownText.code(facts.name))")
    text.addList(items(facts))
  }

  private func kind(of relation: Relation) -> String {
    let kind =
      switch relation.kind {
      case .oneToOne: "One-to-one"
      case .oneToMany: "One-to-many"
      case .implicitManyToMany: "Implicit many-to-many"
      case .twoWayEmbeddedManyToMany: "Many-to-many"
      }
    return relation.isSelfRelation ? "\(kind) self" : kind
  }

  private func items(_ facts: RelationFacts) -> [String] {
    var items: [String] = []
    if let forward = facts.forward {
      let fields = forward.field.relation?.fields?.fields ?? []
      let references = forward.field.relation?.references?.fields.map(\.text) ?? []
      let target = forward.field.type.modelID.map { schema.declarationName($0) } ?? ""
      if !fields.isEmpty {
        items.append(
          MarkdownText.code(
            "\(forward.model.name).\(forward.model.fieldNames(fields).joined(separator: ", "))")
            + " → " + MarkdownText.code("\(target).\(references.joined(separator: ", "))"))
      }
      if let action = facts.onDelete { items.append(sentence("onDelete", action)) }
      if let action = facts.onUpdate { items.append(sentence("onUpdate", action)) }
      if let constraint = facts.constraint {
        items.append("Foreign key \(MarkdownText.code(constraint.name))")
      } else if configuration.relationMode == .prisma, connector != .mongodb {
        items.append("No foreign key in the database, since the relation mode is `prisma`")
      }
    } else if facts.relation.kind == .implicitManyToMany, connector != .none,
      let first = schema.model(facts.relation.referencingModel),
      let second = schema.model(facts.relation.referencedModel)
    {
      items.append(
        "Table \(MarkdownText.code("_" + facts.name)): column `A` refers to "
          + "\(MarkdownText.code(first.name)), `B` to \(MarkdownText.code(second.name))")
    }
    return items
  }

  private func sentence(_ name: String, _ action: RelationFacts.Action) -> String {
    let value = MarkdownText.code("\(name): \(action.action.rawValue)")
    let summary = LanguageReference.referentialAction(
      action.action, isUpdate: name == "onUpdate"
    ).summary
    return "\(value)\(action.isDefault ? " by default" : ""). \(summary)"
  }
}

extension ScalarType {
  /// The built-in type of this name (exact case).
  init?(named name: String) {
    guard let type = ScalarType.allCases.first(where: { $0.name == name }) else { return nil }
    self = type
  }
}
