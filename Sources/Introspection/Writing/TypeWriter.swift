import Migration
import SchemaModel
import SchemaParser

/// Writes the types of fields.
extension Pull {
  /// The built-in type of a column; nil for an enum or an unsupported type.
  func scalarType(of type: SQLType) -> ScalarType? {
    type.native.flatMap { connector.nativeType(named: $0.name)?.scalars.first }
  }

  /// The type of a field with its arity, and its native type attribute where it needs one.
  func fieldType(of column: PulledColumn) -> (type: String, attribute: String?) {
    let (name, attribute) = baseType(of: column.column.type)
    return (name + Self.mark(of: column.arity), attribute)
  }

  static func mark(of arity: SQLColumn.Arity) -> String {
    switch arity {
    case .required: ""
    case .nullable: "?"
    case .list: "[]"
    }
  }

  private func baseType(of type: SQLType) -> (String, String?) {
    switch type {
    case .native(let native):
      guard let scalar = scalarType(of: type) else { return (unsupported(native.description), nil) }
      let written =
        native.arguments.isEmpty
        ? native.name : "\(native.name)(\(native.arguments.joined(separator: ", ")))"
      if written == connector.defaultNativeType(of: scalar) { return (scalar.name, nil) }
      return (scalar.name, "@\(datasourceName).\(written)")
    case .enumeration(let name):
      guard let index = enumIndex[name], let type = enums[index].name else {
        return (unsupported(name.name), nil)
      }
      return (type, nil)
    case .unsupported(let text): return (unsupported(text), nil)
    }
  }

  private func unsupported(_ text: String) -> String {
    "Unsupported(\"\(StringLiteral.escaped(text))\")"
  }

  private var datasourceName: String {
    schema.configuration.datasource?.identifier.text ?? "db"
  }
}
