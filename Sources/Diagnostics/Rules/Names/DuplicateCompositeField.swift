import SchemaModel

extension Rule {
  /// Two fields of one composite type share a name.
  ///
  /// A document holds a key only once, and a client can't offer two properties of one name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String
  ///   street String?
  ///   ~~~~~~ error[duplicate-composite-field]: field `street` is already defined on composite type `Address`
  /// }
  /// ```
  public static let duplicateCompositeField = Rule(
    id: "duplicate-composite-field", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` is already defined on composite type `\(problem[1])`",
        help: "rename or remove one of them")
    })
}
