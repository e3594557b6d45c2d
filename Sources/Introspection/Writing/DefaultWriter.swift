import FoundationEssentials
import Migration
import SchemaModel
import SchemaParser

/// Writes what stands in `@default(…)`.
struct DefaultWriter {
  let pull: Pull

  /// The default of a column; nil without one.
  func text(of column: PulledColumn) -> String? {
    let sql = column.column
    if sql.isAutoincrement { return "autoincrement()" }
    switch sql.defaultValue {
    case .now?: return "now()"
    case .sequence?: return "autoincrement()"
    case .uniqueRowID?: return "autoincrement()"
    case .dbGenerated(let text?)?: return generated(text)
    case .value(let value)?: return constant(value, sql.type)
    case .dbGenerated(nil)?, nil: return clientDefault(of: column)
    }
  }

  private func generated(_ text: String) -> String {
    "dbgenerated(\"\(StringLiteral.escaped(text))\")"
  }

  private func constant(_ value: SQLValue, _ type: SQLType) -> String {
    switch value {
    case .list(let values):
      return "[\(values.map { constant($0, type) }.joined(separator: ", "))]"
    case .integer(let text), .bigInteger(let text), .decimal(let text): return text
    case .boolean(let value): return value ? "true" : "false"
    case .string(let text), .json(let text), .dateTime(let text):
      return "\"\(StringLiteral.escaped(text))\""
    case .bytes(let bytes): return "\"\(Data(bytes).base64EncodedString())\""
    case .enumValue(let label):
      guard let name = type.enumeration, let index = pull.enumIndex[name],
        let value = pull.enums[index].valueNames[label]
      else { return generated(label) }
      return value
    }
  }

  /// A default of the client, of which the database knows nothing: what the schema at hand has, as long as
  /// the type is the same.
  private func clientDefault(of column: PulledColumn) -> String? {
    guard let field = column.existing, let value = field.defaultValue,
      let function = value.function, Self.clientFunctions.contains(function),
      field.type.scalar != nil, field.type.scalar == pull.scalarType(of: column.column.type)
    else { return nil }
    return value.value.text
  }

  private static let clientFunctions: Set<String> = ["uuid", "cuid", "ulid", "nanoid"]
}
