import SchemaModel

extension Rule {
  /// A datasource or generator sets a property twice.
  ///
  /// The later value is the one that counts, so the earlier one does nothing.
  ///
  /// ```prisma
  /// generator client {
  ///   provider = "prisma-client"
  ///   output   = "generated"
  ///   output   = "../generated"
  ///   ~~~~~~ error[duplicate-config-key]: property `output` is already set in generator `client`
  /// }
  /// ```
  public static let duplicateConfigKey = Rule(
    id: "duplicate-config-key", severity: .error,
    check: .problem { problem in
      Message(
        "property `\(problem[0])` is already set in \(problem[1]) `\(problem[2])`",
        note: "only the later value counts",
        help: "remove one of them")
    })
}
