import SchemaModel

extension Rule {
  /// A field of a composite type has a default by `autoincrement` or `auto`.
  ///
  /// Both are for ids, and a composite type has none.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   number Int @default(autoincrement())
  ///              ~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-composite-function]: field `number` of a composite type can't have a default by `autoincrement()`
  /// }
  /// ```
  public static let defaultCompositeFunction = Rule(
    id: "default-composite-function", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[1])` of a composite type can't have a default by `\(problem[0])()`",
        note: "`\(problem[0])()` makes ids, and a composite type has none",
        help: "write a value, or one of `cuid()`, `uuid()`, `ulid()` and `now()`")
    })
}
