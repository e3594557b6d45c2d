import SchemaModel

extension Rule {
  /// A field of a composite type has a default although its type is unsupported.
  ///
  /// Prisma applies the defaults of composite types itself, and doesn't know the values of such a
  /// type.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   pos Unsupported("point") @default("(0,0)")
  ///                            ~~~~~~~~~~~~~~~~~ error[default-composite-unsupported]: field `pos` of an unsupported type can't have a default
  /// }
  /// ```
  public static let defaultCompositeUnsupported = Rule(
    id: "default-composite-unsupported", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` of an unsupported type can't have a default",
        note: "Prisma applies the defaults of composite types itself",
        help: "remove `@default`")
    })
}
