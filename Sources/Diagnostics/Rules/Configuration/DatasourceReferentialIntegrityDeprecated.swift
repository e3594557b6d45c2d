extension Rule {
  /// A datasource uses the old name of `relationMode`.
  ///
  /// `referentialIntegrity` still works, but has been renamed.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider             = "mysql"
  ///   referentialIntegrity = "prisma"
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ warning[datasource-referential-integrity-deprecated]: `referentialIntegrity` is the old name of `relationMode`
  /// }
  /// ```
  public static let datasourceReferentialIntegrityDeprecated = Rule(
    id: "datasource-referential-integrity-deprecated", severity: .warning, tags: [.deprecated],
    check: .problem { _ in
      Message(
        "`referentialIntegrity` is the old name of `relationMode`", help: "write `relationMode`")
    })
}
