extension Rule {
  /// A datasource has both `relationMode` and `referentialIntegrity`.
  ///
  /// The second is the old name of the first. With both, neither counts.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider             = "mysql"
  ///   relationMode         = "prisma"
  ///   referentialIntegrity = "prisma"
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-relation-mode-twice]: `relationMode` and `referentialIntegrity` are the same property
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ warning[datasource-referential-integrity-deprecated]: `referentialIntegrity` is the old name of `relationMode`
  /// }
  /// ```
  public static let datasourceRelationModeTwice = Rule(
    id: "datasource-relation-mode-twice", severity: .error,
    check: .problem { _ in
      Message(
        "`relationMode` and `referentialIntegrity` are the same property",
        note: "with both of them, neither counts",
        help: "remove `referentialIntegrity`")
    })
}
