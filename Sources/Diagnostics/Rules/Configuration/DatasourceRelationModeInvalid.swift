import SchemaModel

extension Rule {
  /// The `relationMode` of a datasource does not exist.
  ///
  /// Relations are kept whole by foreign keys of the database, or by Prisma.
  ///
  /// ```prisma
  /// datasource db {
  /// ~~~~~~~~~~~~~~~ error[datasource-relation-mode-invalid]: `relationMode` can't be `none`
  ///   provider     = "mysql"
  ///   relationMode = "none"
  /// }
  /// ```
  public static let datasourceRelationModeInvalid = Rule(
    id: "datasource-relation-mode-invalid", severity: .error,
    check: .problem { problem in
      Message(
        problem[0].isEmpty
          ? "`relationMode` can't be empty" : "`relationMode` can't be `\(problem[0])`",
        help: "write `\"foreignKeys\"` or `\"prisma\"`")
    })
}
