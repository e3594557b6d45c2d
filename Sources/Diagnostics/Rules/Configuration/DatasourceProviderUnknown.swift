import SchemaModel

extension Rule {
  /// The provider of a datasource is not known.
  ///
  /// Known are `postgresql` (also `postgres`), `mysql`, `sqlite`, `sqlserver`, `cockroachdb` and
  /// `mongodb`, in lower case. MariaDB takes `mysql`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "oracle"
  ///              ~~~~~~~~ error[datasource-provider-unknown]: `oracle` is no provider that Prisma knows
  /// }
  /// ```
  public static let datasourceProviderUnknown = Rule(
    id: "datasource-provider-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[0])` is no provider that Prisma knows",
        note: "upper and lower case are told apart",
        help: """
          write `"postgresql"`, `"mysql"`, `"sqlite"`, `"sqlserver"`, `"cockroachdb"` or \
          `"mongodb"`
          """)
    })
}
