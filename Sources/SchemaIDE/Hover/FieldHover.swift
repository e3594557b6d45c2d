import SchemaModel
import SchemaParser

extension HoverPlace {
  /// A field of a model, view or composite type: how it is written, what it is in the database, and what
  /// is left unsaid.
  func fieldText(_ name: String, of id: BlockID) -> MarkdownText {
    var text = MarkdownText()
    guard let block = schema.block(of: id) else { return text }
    let member = member(.field, named: name, in: block)
    text.addCode(member.map(line) ?? name)
    if let documentation = member.flatMap(block.memberDocumentation) { text.add(documentation) }
    if let model = schema.model(id), let field = model.fields.last(where: { $0.name == name }) {
      if field.isRelation {
        addRelation(of: field, in: model, to: &text)
      } else {
        text.addList(facts(field, of: model))
      }
      if field.isIgnored { text.add("Left out of the client") }
    } else if let type = schema.compositeType(id),
      let field = type.fields.last(where: { $0.name == name })
    {
      text.addList(facts(field, of: type))
    }
    return text
  }

  private func facts(_ field: Field, of model: Model) -> [String] {
    var facts = [column(field, in: MarkdownText.code(model.databaseName))]
    if let fact = defaultFact(field) {
      let name = field.defaultValue.flatMap {
        schema.constraintName(ofDefault: $0, of: field, in: model)
      }
      facts.append(fact + (name.map { ", constraint \(MarkdownText.code($0.name))" } ?? ""))
    }
    if field.isUpdatedAt { facts.append("Set by the client at each change") }
    if let key = model.primaryKey, model.isInPrimaryKey(field) {
      let name = schema.constraintName(ofPrimaryKey: key, in: model).map {
        " \(MarkdownText.code($0.name))"
      }
      facts.append(
        (key.fields.count == 1 ? "Primary key" : "Part of the primary key") + (name ?? ""))
    }
    facts += model.indexes(holding: field).prefix(Self.lineLimit).map { sentence($0, of: model) }
    for relation in model.relationFields(holding: field) {
      guard let target = relation.type.modelID else { continue }
      let references = relation.relation?.references?.fields.map(\.text) ?? []
      facts.append(
        "Foreign key of \(MarkdownText.code(relation.name)) → "
          + MarkdownText.code(
            "\(schema.declarationName(target)).\(references.joined(separator: ", "))"))
    }
    return facts
  }

  private func facts(_ field: Field, of type: CompositeType) -> [String] {
    [column(field, in: MarkdownText.code(type.name))] + [defaultFact(field)].compactMap(\.self)
  }

  /// The column of a field, or the field of a document.
  private func column(_ field: Field, in table: String) -> String {
    let what = connector == .mongodb ? "Field" : "Column"
    var fact = "\(what) \(MarkdownText.code(field.databaseName)) of \(table)"
    if let type = schema.columnType(of: field) { fact += ": \(MarkdownText.code(type))" }
    if field.nativeType == nil, let scalar = field.type.scalar,
      let written = connector.defaultNativeType(of: scalar),
      let prefix = configuration.datasource?.identifier.text
    {
      let attribute = "@\(prefix).\(written)"
      fact += " (\(MarkdownText.code(attribute)) by default)"
    }
    switch field.arity {
    case .required: fact += connector == .mongodb ? ", required" : ", not null"
    case .optional: fact += connector == .mongodb ? ", optional" : ", may be null"
    case .list: break
    }
    return fact
  }

  private func defaultFact(_ field: Field) -> String? {
    guard let value = field.defaultValue else { return nil }
    let text = MarkdownText.code(abbreviated(value.value.text))
    guard let function = value.function.flatMap({ LanguageReference.function($0) }) else {
      return "Default \(text)"
    }
    let isClient =
      function.isMadeByClient || connector == .mongodb && function.name != "auto"
    return "Default \(text), made by \(isClient ? "the client" : "the database")"
  }
}
