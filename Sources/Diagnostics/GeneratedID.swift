import SchemaModel
import SchemaParser

/// The ids that a function of `@default` makes.
///
/// Source: https://www.prisma.io/docs/orm/reference/prisma-schema-reference#attribute-functions
public struct GeneratedID {
  /// `uuid`, `cuid`, `ulid` or `nanoid`.
  public let function: String
  /// How many characters each has.
  public let length: Int

  /// Whether all have exactly that length, whatever the version of the client: those of `cuid()` need
  /// not.
  public var isFixed: Bool { function != "cuid" }
}

extension Field {
  /// What its `@default` makes, nil when that is no function for ids.
  public var generatedID: GeneratedID? {
    guard let value = defaultValue, let function = value.function else { return nil }
    var argument: Int? { value.value.arguments.first?.value.flatMap { Int($0.text) } }
    switch function {
    case "uuid": return GeneratedID(function: function, length: 36)
    case "cuid": return GeneratedID(function: function, length: argument == 2 ? 24 : 25)
    case "ulid": return GeneratedID(function: function, length: 26)
    case "nanoid": return GeneratedID(function: function, length: argument ?? 21)
    default: return nil
    }
  }
}
