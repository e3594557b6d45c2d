import SchemaParser

extension Rule {
  /// A list is written with the brackets around its type.
  ///
  /// Early versions wrote `[Type]`. Today the brackets follow the type.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id
  ///   posts [Post]
  ///         ~~~~~~ error[legacy-list-type]: `[Post]` is the old way to write a list
  /// }
  ///
  /// model Post {
  ///   id Int @id
  /// }
  /// ```
  public static let legacyListType = Rule(
    id: "legacy-list-type", severity: .error,
    check: .syntax(.legacyListType) { error, block in
      Message(
        "`\(block.excerpt(error.range))` is the old way to write a list",
        help: "write `\(block.bareType(error.range))[]`")
    })
}
