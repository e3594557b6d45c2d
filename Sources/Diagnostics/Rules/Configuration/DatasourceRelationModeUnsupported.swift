import SchemaModel

extension Rule {
  /// The `relationMode` of a datasource is not possible with its provider.
  ///
  /// MongoDB knows no foreign keys, so relations are kept whole by Prisma.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider     = "mongodb"
  ///   relationMode = "foreignKeys"
  ///                  ~~~~~~~~~~~~~ error[datasource-relation-mode-unsupported]: `relationMode` can't be `foreignKeys` with provider `mongodb`
  /// }
  /// ```
  public static let datasourceRelationModeUnsupported = Rule(
    id: "datasource-relation-mode-unsupported", severity: .error,
    check: .problem { problem in
      Message(
        "`relationMode` can't be `\(problem[0])` with provider `\(problem[1])`",
        note: "the database knows no foreign keys",
        help: "write `\"prisma\"`, or remove the property")
    })
}
