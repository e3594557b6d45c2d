import SchemaParser

extension Rule {
  /// A list is marked as optional.
  ///
  /// A list can be empty, but it can't be absent.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id
  ///   posts Post[]?
  ///         ~~~~~~~ error[optional-list-type]: a list can't be optional: `Post[]?`
  /// }
  ///
  /// model Post {
  ///   id Int @id
  /// }
  /// ```
  public static let optionalListType = Rule(
    id: "optional-list-type", severity: .error,
    check: .syntax(.optionalListType) { error, block in
      Message(
        "a list can't be optional: `\(block.excerpt(error.range))`",
        note: "a list without elements is empty, not null",
        help: "write `\(block.bareType(error.range))[]` or `\(block.bareType(error.range))?`")
    })
}
