extension Rule {
  /// The list of schemas of a datasource is empty.
  ///
  /// With the property there, each model must name one of them.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  ///   schemas  = []
  ///              ~~ error[datasource-schemas-empty]: `schemas` names no schema
  /// }
  /// ```
  public static let datasourceSchemasEmpty = Rule(
    id: "datasource-schemas-empty", severity: .error,
    check: .problem { _ in
      Message(
        "`schemas` names no schema",
        help: "name at least one, as in `[\"public\"]`, or remove the property")
    })
}
