import SchemaModel

extension Rule {
  /// A list has a single value as its default.
  ///
  /// The default of a list stands in brackets, even when it has one element.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int      @id
  ///   tags String[] @default("new")
  ///                 ~~~~~~~~~~~~~~~ error[default-scalar-on-list]: the default of list `tags` must be a list, but `"new"` is a single value
  /// }
  /// ```
  public static let defaultScalarOnList = Rule(
    id: "default-scalar-on-list", severity: .error,
    check: .problem { problem in
      Message(
        """
        the default of list `\(problem[0])` must be a list, but `\(problem[2])` is a single \
        value
        """,
        help: "write `[\(problem[2])]`")
    })
}
