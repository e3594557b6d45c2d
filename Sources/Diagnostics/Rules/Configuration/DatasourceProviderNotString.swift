import SchemaModel

extension Rule {
  /// The provider of a datasource is no string.
  ///
  /// It is written in double quotes, and there is only one.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = ["postgresql", "sqlite"]
  ///              ~~~~~~~~~~~~~~~~~~~~~~~~ error[datasource-provider-not-string]: the provider of a datasource must be a string, but `["postgresql", "sqlite"]` is a list
  /// }
  /// ```
  public static let datasourceProviderNotString = Rule(
    id: "datasource-provider-not-string", severity: .error,
    check: .problem { problem in
      Message(
        "the provider of a datasource must be a string, but `\(problem[1])` is \(problem[0])",
        help: "write one provider in double quotes, as in `\"postgresql\"`")
    })
}
