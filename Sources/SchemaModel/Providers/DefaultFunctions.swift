/// The functions that `@default` can call.
///
/// Source: https://www.prisma.io/docs/orm/reference/prisma-schema-reference#attribute-functions
public enum DefaultFunction {
  /// Those of every database, or that are refused by rules of their own.
  private static let common = [
    "autoincrement", "auto", "cuid", "dbgenerated", "nanoid", "now", "ulid", "uuid",
  ]

  /// The arguments of `sequence()`.
  public static let sequenceArguments = [
    "virtual", "cache", "increment", "minValue", "maxValue", "start",
  ]

  /// Whether the schema language knows the function on this database.
  public static func isKnown(_ name: String, on connector: Connector) -> Bool {
    common.contains(name) || (name == "sequence" && connector.supportsSequenceFunction)
  }

  /// The functions of a database.
  public static func names(on connector: Connector) -> [String] {
    common.filter {
      ($0 != "auto" || connector.supportsAutoFunction)
        && ($0 != "autoincrement" || connector.supportsAutoincrement)
        && ($0 != "dbgenerated" || connector != .mongodb)
    } + (connector.supportsSequenceFunction ? ["sequence"] : [])
  }
}
