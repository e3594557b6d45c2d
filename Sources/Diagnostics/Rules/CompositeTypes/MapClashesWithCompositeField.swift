import SchemaModel

extension Rule {
  /// A field of a composite type is mapped to a key that has the name of another field.
  ///
  /// Each field has a key of its own in the document. A field without `@map` has the key of its
  /// own name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String @map("state")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[map-clashes-with-composite-field]: field `street` is mapped to `state`, which is the name of another field of `Address`
  ///   state  String
  /// }
  /// ```
  public static let mapClashesWithCompositeField = Rule(
    id: "map-clashes-with-composite-field", severity: .error,
    check: .problem { problem in
      Message(
        """
        field `\(problem[1])` is mapped to `\(problem[0])`, which is the name of another field \
        of `\(problem[2])`
        """,
        note: "each field has a key of its own",
        help: "map `\(problem[1])` to another name, or rename field `\(problem[0])`")
    })
}
