import SchemaParser

extension Rule {
  /// A type is marked as required by `!`.
  ///
  /// Early versions marked required fields. Today a field is required unless its type ends in `?`
  /// or `[]`.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id
  ///   name String!
  ///        ~~~~~~~ error[legacy-required-type]: `String!` is the old way to mark a required field
  /// }
  /// ```
  public static let legacyRequiredType = Rule(
    id: "legacy-required-type", severity: .error,
    check: .syntax(.legacyRequiredType) { error, block in
      Message(
        "`\(block.excerpt(error.range))` is the old way to mark a required field",
        note: "fields are required unless their type ends in `?` or `[]`",
        help: "write `\(block.bareType(error.range))`")
    })
}
