import SchemaModel
import SchemaParser

extension HoverPlace {
  /// The given name of a relation.
  func relationNameText(_ name: String, _ one: BlockID, _ other: BlockID) -> MarkdownText {
    var text = MarkdownText()
    text.addCode("@relation(name: \(StringLiteral.quoted(name)))")
    guard let model = schema.model(one),
      let field = model.relationFields.lazy.map({ model.fields[$0] }).first(where: {
        $0.type == .model(other) && $0.relation?.name?.value == name
      })
    else { return text }
    text.add(
      "The relation of \(MarkdownText.code(model.name)) with "
        + MarkdownText.code(schema.declarationName(other)))
    addRelation(of: field, in: model, to: &text)
    return text
  }

  /// The given name of a key, index, foreign key or default.
  func constraintText(_ name: String, of id: BlockID) -> MarkdownText {
    var text = MarkdownText()
    guard let model = schema.model(id) else { return text }
    let connector = connector
    var names = ConstraintNames(connector: connector)
    var kind: String?
    if let key = model.primaryKey, key.map?.value == name {
      kind = "primary key"
      _ = names.primaryKey(of: model)
    } else if let index = model.indexes.first(where: { $0.explicitConstraintName?.value == name }) {
      kind = index.kind == .unique ? "unique constraint" : "index"
      _ = names.index(index, of: model) { schema.compositeType($0) }
    } else if let field = model.fields.first(where: { $0.relation?.map?.value == name }) {
      kind = "foreign key"
      _ = names.foreignKey(of: model, fields: field.relation?.fields?.fields ?? [])
    } else if let field = model.fields.first(where: { $0.defaultValue?.map?.value == name }) {
      kind = "default"
      _ = names.defaultValue(of: field, in: model)
    }
    guard let kind else { return text }
    text.addCode(StringLiteral.quoted(name))
    text.add(
      "The name of the \(kind) in the database; without it \(MarkdownText.code(names.text))")
    return text
  }

  /// The client's name of several fields together.
  func clientNameText(_ name: String, of id: BlockID) -> MarkdownText {
    var text = MarkdownText()
    guard let model = schema.model(id) else { return text }
    let fields: [IndexField]
    if model.primaryKey?.name?.value == name {
      fields = model.primaryKey?.fields ?? []
    } else {
      fields =
        model.indexes.first { $0.kind == .unique && $0.name?.value == name }?.fields ?? []
    }
    text.addCode(StringLiteral.quoted(name))
    text.add(
      "The client's name of the fields together, for instance in `findUnique`; without it "
        + MarkdownText.code(model.clientName(of: fields, in: schema)))
    return text
  }

  /// A schema of the database.
  func databaseSchemaText(_ name: String) -> MarkdownText {
    var text = MarkdownText()
    text.addCode(StringLiteral.quoted(name))
    let isListed = configuration.datasource?.schemaNames.contains(name) == true
    text.add(
      isListed
        ? "A schema of the database, listed in the datasource's `schemas`"
        : "A schema of the database that the datasource's `schemas` do not list")
    return text
  }
}
