/// The built-in types of fields.
public enum ScalarType: UInt8, Sendable, CaseIterable {
  case int, bigInt, float, decimal, boolean, string, dateTime, json, bytes

  /// The name as it is written in a schema.
  public var name: String {
    switch self {
    case .int: "Int"
    case .bigInt: "BigInt"
    case .float: "Float"
    case .decimal: "Decimal"
    case .boolean: "Boolean"
    case .string: "String"
    case .dateTime: "DateTime"
    case .json: "Json"
    case .bytes: "Bytes"
    }
  }
}
