import JSON
import SchemaModel
import SchemaParser

/// The models of a schema as generators are told of them: the member `datamodel` of what Prisma calls
/// the data model meta format.
///
/// Declarations with `@@ignore`, fields with `@ignore` or an unsupported type, and relations to ignored
/// models are not in it. Views stand among the models.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/overview/generators#community-generators, and
/// what Prisma's own command line sends to a generator that records it.
public struct DataModelDocument {
  let schema: Schema
  /// The version whose keys are written.
  let version: PrismaVersion
  private let documentation: DeclarationDocumentation

  /// The document of a schema without errors, as the version of its configuration has it.
  public init(_ schema: Schema) {
    self.schema = schema
    version = schema.configuration.version
    documentation = DeclarationDocumentation(of: schema)
  }

  /// Writes the document.
  public func write(to writer: inout JSONWriter) {
    let models = schema.clientModels
    writer.object { writer in
      writer.key("enums")
      writer.array(schema.enumerations) { write($1, to: &$0) }
      writer.key("models")
      writer.array(models) { write($1, to: &$0) }
      writer.key("types")
      writer.array(schema.compositeTypes) { write($1, to: &$0) }
      writer.key("indexes")
      writer.array { writer in
        for model in models { writeIndexes(of: model, to: &writer) }
      }
    }
  }

  private func write(_ type: EnumType, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", type.name)
      writer.key("values")
      let comments = type.block.memberDocumentation
      writer.array(type.values) { writer, value in
        writer.object { writer in
          writer.member("name", value.identifier.text)
          writer.member("dbName", value.map?.value)
          write(comments[value.identifier.range.start], to: &writer)
        }
      }
      writer.member("dbName", type.map?.value)
      write(documentation[type.id], to: &writer)
    }
  }

  private func write(_ model: Model, to writer: inout JSONWriter) {
    let fields = FieldWriter(self, model: model)
    writer.object { writer in
      writer.member("name", model.name)
      writer.member("dbName", model.map?.value)
      if version != .five { writer.member("schema", model.schema?.value) }
      writer.key("fields")
      writer.array { writer in
        for field in model.fields where isVisible(field) { fields.write(field, to: &writer) }
      }
      writer.key("primaryKey")
      if let key = model.primaryKey, key.isBlockAttribute, key.fields.count > 1 {
        write(key.fields, name: key.name?.value, of: model, to: &writer)
      } else {
        writer.null()
      }
      let uniques = model.indexes.filter { $0.kind == .unique && $0.isBlockAttribute }
      writer.key("uniqueFields")
      writer.array(uniques) { writeNames(of: $1.fields, of: model, to: &$0) }
      writer.key("uniqueIndexes")
      writer.array(uniques) { writer, index in
        write(index.fields, name: index.name?.value, of: model, to: &writer)
      }
      writer.member("isGenerated", false)
      write(documentation[model.id], to: &writer)
    }
  }

  private func write(_ type: CompositeType, to writer: inout JSONWriter) {
    let fields = FieldWriter(self, type: type)
    writer.object { writer in
      writer.member("name", type.name)
      writer.member("dbName", nil)
      if version != .five { writer.member("schema", nil) }
      writer.key("fields")
      writer.array { writer in
        for field in type.fields where isVisible(field) { fields.write(field, to: &writer) }
      }
      writer.member("primaryKey", nil)
      writer.key("uniqueFields")
      writer.array { _ in }
      writer.key("uniqueIndexes")
      writer.array { _ in }
    }
  }

  /// Whether a client has the field.
  private func isVisible(_ field: Field) -> Bool {
    if field.isIgnored || field.type.isUnsupported { return false }
    guard let related = field.type.modelID else { return true }
    return schema.model(related).map { !$0.isIgnored } ?? false
  }

  // MARK: Keys and indexes

  /// A key of several fields: `{name, fields}`.
  private func write(
    _ fields: [IndexField], name: String?, of model: Model, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("name", name)
      writer.key("fields")
      writeNames(of: fields, of: model, to: &writer)
    }
  }

  private func writeNames(
    of fields: [IndexField], of model: Model, to writer: inout JSONWriter
  ) {
    writer.array(fields) { $0.string(model.path(of: $1, in: schema)) }
  }

  /// The key of a model, then its uniques and indexes.
  private func writeIndexes(of model: Model, to writer: inout JSONWriter) {
    if let key = model.primaryKey {
      writer.object { writer in
        writer.member("model", model.name)
        writer.member("type", "id")
        writer.member("isDefinedOnField", !key.isBlockAttribute)
        if let name = key.name { writer.member("name", name.value) }
        if let name = key.map { writer.member("dbName", name.value) }
        if let isClustered = key.isClustered { writer.member("clustered", isClustered) }
        write(key.fields, of: model, to: &writer)
      }
    }
    for index in model.indexes {
      writer.object { writer in
        writer.member("model", model.name)
        writer.member("type", typeName(of: index))
        writer.member("isDefinedOnField", !index.isBlockAttribute)
        if index.kind == .unique, let name = index.name { writer.member("name", name.value) }
        if let name = index.explicitConstraintName { writer.member("dbName", name.value) }
        if let method = index.method { writer.member("algorithm", method.rawValue) }
        if let isClustered = index.isClustered { writer.member("clustered", isClustered) }
        write(index.fields, of: model, to: &writer)
      }
    }
  }

  private func typeName(of index: Index) -> String {
    switch index.kind {
    case .unique: "unique"
    case .index: "normal"
    case .fulltext: "fulltext"
    }
  }

  /// Writes the member `fields` of an index.
  private func write(_ fields: [IndexField], of model: Model, to writer: inout JSONWriter) {
    writer.key("fields")
    writer.array(fields) { writer, field in
      writer.object { writer in
        writer.member("name", model.path(of: field, in: schema))
        switch field.sort {
        case .ascending: writer.member("sortOrder", "asc")
        case .descending: writer.member("sortOrder", "desc")
        case nil: break
        }
        if let length = field.length { writer.member("length", length) }
        switch field.operatorClass {
        case .named(let name), .raw(let name): writer.member("operatorClass", name)
        case nil: break
        }
      }
    }
  }

  // MARK: Documentation

  /// Writes the member `documentation`, unless there is none.
  func write(_ documentation: String?, to writer: inout JSONWriter) {
    if let documentation { writer.member("documentation", documentation) }
  }
}

extension Schema {
  /// The models that a client has, then the views.
  var clientModels: [Model] {
    let models = models.filter { !$0.isIgnored }
    return models.filter { !$0.isView } + models.filter(\.isView)
  }
}
