import SchemaParser

extension Rule {
  /// A colon stands between the name of a field and its type.
  ///
  /// Early versions wrote `name: Type`. Today a blank separates the two.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id
  ///   name: String
  ///       ~ error[legacy-field-colon]: no `:` belongs between the name of a field and its type
  /// }
  /// ```
  public static let legacyFieldColon = Rule(
    id: "legacy-field-colon", severity: .error,
    check: .syntax(.legacyColon) { _, _ in
      Message(
        "no `:` belongs between the name of a field and its type",
        help: "write `name Type`, with a blank between them")
    })
}
