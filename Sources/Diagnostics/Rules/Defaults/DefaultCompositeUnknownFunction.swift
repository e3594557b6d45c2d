import SchemaModel

extension Rule {
  /// A field of a composite type has a default by a function that does not exist.
  ///
  /// The functions for fields of composite types are `cuid()`, `uuid()`, `ulid()` and `now()`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   since DateTime @default(today())
  ///                           ~~~~~~~ error[default-composite-unknown-function]: there is no function `today()`
  /// }
  /// ```
  public static let defaultCompositeUnknownFunction = Rule(
    id: "default-composite-unknown-function", severity: .error,
    check: .problem { problem in
      Message(
        "there is no function `\(problem[0])()`",
        help: "write `cuid()`, `uuid()`, `ulid()` or `now()`")
    })
}
