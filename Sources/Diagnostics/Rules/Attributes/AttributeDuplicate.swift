import SchemaModel

extension Rule {
  /// An attribute that may stand once stands several times.
  ///
  /// Only `@@index`, `@@unique` and `@@fulltext` may be repeated. None of the others is looked at
  /// when it is there twice, as it can't be told which one is meant.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @map("a") @map("b")
  ///               ~~~~~~~~~ error[attribute-duplicate]: `@map` can stand only once
  ///                         ~~~~~~~~~ error[attribute-duplicate]: `@map` can stand only once
  /// }
  /// ```
  public static let attributeDuplicate = Rule(
    id: "attribute-duplicate", severity: .error,
    check: .problem { problem in
      Message("`\(problem[0])` can stand only once", help: "keep one `\(problem[0])`")
    })
}
