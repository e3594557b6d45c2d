import JSON
import SchemaModel
import SchemaParser

/// Writes the fields of one model or composite type.
struct FieldWriter {
  private let schema: Schema
  private let version: PrismaVersion
  /// What is said of fields, by the offsets at which they begin.
  private let documentation: [Int: String]
  /// Nil in a composite type.
  private let model: Model?
  /// The scalar fields that relations are kept in, as indexes into the model's fields.
  private let foreignKeyFields: Set<Int>
  /// The fields that alone make a unique, as indexes into the model's fields.
  private let uniqueFields: Set<Int>

  init(_ document: DataModelDocument, model: Model) {
    schema = document.schema
    version = document.version
    documentation = model.block.memberDocumentation
    self.model = model
    foreignKeyFields = Set(
      model.relationFields.flatMap { model.fields[$0].relation?.fields?.fields ?? [] })
    uniqueFields = Set(
      model.indexes.compactMap { index in
        guard index.kind == .unique, index.fields.count == 1, let field = index.fields.first,
          field.compositePath.isEmpty
        else { return nil }
        return field.field
      })
  }

  init(_ document: DataModelDocument, type: CompositeType) {
    schema = document.schema
    version = document.version
    documentation = type.block.memberDocumentation
    model = nil
    foreignKeyFields = []
    uniqueFields = []
  }

  /// Writes a field.
  func write(_ field: Field, to writer: inout JSONWriter) {
    let isList = field.arity == .list
    let isID = isID(field)
    writer.object { writer in
      writer.member("name", field.name)
      if let map = field.map { writer.member("dbName", map.value) }
      writer.member("kind", kind(of: field))
      writer.member("isList", isList)
      writer.member("isRequired", field.arity != .optional)
      writer.member("isUnique", !isID && uniqueFields.contains(field.index))
      writer.member("isId", isID)
      writer.member("isReadOnly", foreignKeyFields.contains(field.index))
      writer.member("hasDefaultValue", field.defaultValue != nil)
      writer.member("type", field.typeName)
      if version != .five { write(field.nativeType, to: &writer) }
      if let value = field.defaultValue {
        writer.key("default")
        write(value, of: field, to: &writer)
      }
      guard let model else { return }
      if field.isRelation { writeRelation(of: field, in: model, to: &writer) }
      writer.member("isGenerated", false)
      writer.member("isUpdatedAt", field.isUpdatedAt)
      if let text = documentation[field.identifier.range.start] {
        writer.member("documentation", text)
      }
    }
  }

  private func kind(of field: Field) -> String {
    switch field.type {
    case .scalar: "scalar"
    case .enumeration: "enum"
    case .composite, .model: "object"
    case .unsupported, .unresolved: "unsupported"
    }
  }

  private func isID(_ field: Field) -> Bool {
    guard let key = model?.primaryKey, key.fields.count == 1 else { return false }
    return key.fields.first?.field == field.index
  }

  /// Writes the member `nativeType`: null, or the name and its arguments.
  private func write(_ type: NativeTypeUse?, to writer: inout JSONWriter) {
    writer.key("nativeType")
    guard let type else { return writer.null() }
    writer.array { writer in
      writer.string(type.name)
      writer.array(type.arguments) { $0.string($1.stringValue ?? $1.text) }
    }
  }

  private func writeRelation(of field: Field, in model: Model, to writer: inout JSONWriter) {
    let relation = field.relation
    writer.member("relationName", field.relationName(in: model.name))
    writer.key("relationFromFields")
    writer.array(model.fieldNames(relation?.fields?.fields ?? [])) { $0.string($1) }
    writer.key("relationToFields")
    writer.array(relation?.references?.fields ?? []) { $0.string($1.text) }
    if let action = relation?.onDelete?.action {
      writer.member("relationOnDelete", action.rawValue)
    }
    if version != .five, let action = relation?.onUpdate?.action {
      writer.member("relationOnUpdate", action.rawValue)
    }
  }

  // MARK: Defaults

  /// Writes a literal, a list of them, or a function as `{name, args}`.
  private func write(_ value: DefaultValue, of field: Field, to writer: inout JSONWriter) {
    if let function = value.function {
      return write(function, value.value.arguments.compactMap(\.value), to: &writer)
    }
    if field.arity == .list {
      writer.array(value.value.elements) { writeLiteral($1, of: field.type, to: &$0) }
    } else {
      writeLiteral(value.value, of: field.type, to: &writer)
    }
  }

  private func writeLiteral(
    _ value: ExpressionSyntax, of type: FieldType, to writer: inout JSONWriter
  ) {
    if let text = value.stringValue { return writer.string(text) }
    let text = value.text
    switch type.scalar {
    case .int, .float, .decimal: writer.number(text: FieldWriter.number(text))
    case .boolean: writer.boolean(text == "true")
    // A JavaScript number could not hold a `BigInt`; all others are the names of enum values.
    default: writer.string(text)
    }
  }

  /// A number as JSON takes it: without needless zeros in front.
  private static func number(_ text: String) -> String {
    let isNegative = text.hasPrefix("-")
    var digits = text.dropFirst(isNegative ? 1 : 0)
    while digits.hasPrefix("0"), digits.dropFirst().first?.isNumber == true {
      digits = digits.dropFirst()
    }
    return (isNegative ? "-" : "") + digits
  }

  private func write(
    _ function: String, _ arguments: [ExpressionSyntax], to writer: inout JSONWriter
  ) {
    var name = function
    var arguments = arguments.map { $0.stringValue.map(Argument.text) ?? .number($0.text) }
    // Prisma 6 and 7 tell the version also where none is written; 5 makes it a part of the name.
    if arguments.isEmpty, let version = FieldWriter.usualVersions[function] {
      arguments = [.number(version)]
    }
    if version == .five {
      if function != "cuid", case .number(let number)? = arguments.first {
        name = "\(function)(\(number))"
      }
      if FieldWriter.usualVersions[function] != nil { arguments = [] }
    }
    writer.object { writer in
      writer.member("name", name)
      writer.key("args")
      writer.array(arguments) { writer, argument in
        switch argument {
        case .text(let text): writer.string(text)
        case .number(let text): writer.number(text: FieldWriter.number(text))
        }
      }
    }
  }

  /// What `uuid()` and `cuid()` make without a number.
  private static let usualVersions = ["uuid": "4", "cuid": "1"]

  /// An argument of a function.
  private enum Argument {
    case text(String)
    case number(String)
  }
}
