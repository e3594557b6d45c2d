import SchemaModel

extension Rule {
  /// A datasource has a property that does not exist.
  ///
  /// Which properties exist depends on the provider, too: `extensions` is for PostgreSQL only.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  ///   host     = "localhost"
  ///   ~~~~~~~~~~~~~~~~~~~~~~ error[datasource-property-unknown]: a datasource has no property `host`
  /// }
  /// ```
  public static let datasourcePropertyUnknown = Rule(
    id: "datasource-property-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "a datasource has no property `\(problem[0])`",
        note: "which properties exist depends on the provider",
        help: "correct the name, or remove the property")
    })
}
