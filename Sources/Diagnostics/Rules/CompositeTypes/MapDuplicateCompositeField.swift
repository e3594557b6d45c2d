import SchemaModel

extension Rule {
  /// Two fields of a composite type are mapped to the same key.
  ///
  /// Each field has a key of its own in the document.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  ///   street String @map("s")
  ///   state  String @map("s")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~ error[map-duplicate-composite-field]: field `state` is mapped to `s`, as another field of `Address` is
  /// }
  /// ```
  public static let mapDuplicateCompositeField = Rule(
    id: "map-duplicate-composite-field", severity: .error,
    check: .problem { problem in
      Message(
        """
        field `\(problem[1])` is mapped to `\(problem[0])`, as another field of \
        `\(problem[2])` is
        """,
        note: "each field has a key of its own",
        help: "map one of them to another name")
    })
}
