import SchemaModel

extension Rule {
  /// Two generators share a name.
  ///
  /// The name is how messages and `prisma generate --generator` refer to a generator.
  ///
  /// ```prisma
  /// generator client {
  ///   provider = "prisma-client"
  ///   output   = "generated/node"
  /// }
  ///
  /// generator client {
  ///           ~~~~~~ error[duplicate-generator-name]: generator `client` is already defined
  ///   provider = "prisma-client"
  ///   output   = "generated/edge"
  /// }
  /// ```
  public static let duplicateGeneratorName = Rule(
    id: "duplicate-generator-name", severity: .error,
    check: .problem { problem in
      Message(
        "generator `\(problem[0])` is already defined", help: "rename or remove one of them")
    })
}
