import SchemaModel

extension Rule {
  /// An attribute does not exist, or not at this place.
  ///
  /// Attributes of fields begin with `@`, those of blocks with `@@`. Which of them are allowed
  /// depends on what they stand on: `@updatedAt`, for instance, is for scalar fields only, and a
  /// composite type takes no block attributes.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @primary
  ///               ~~~~~~~~ error[attribute-unknown]: attribute `@primary` is not known on a model field (`name`)
  /// }
  /// ```
  public static let attributeUnknown = Rule(
    id: "attribute-unknown", severity: .error,
    check: .problem { problem in
      Message(
        """
        attribute `\(problem[0])` is not known on \(problem.kindWithArticle(1)) \
        (`\(problem[2])`)
        """,
        help: "correct its name, or remove it")
    })
}
