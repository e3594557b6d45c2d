import SchemaModel

extension Rule {
  /// A generator has no provider.
  ///
  /// It names the generator that is run, such as `prisma-client`.
  ///
  /// ```prisma
  /// generator client {
  /// ~~~~~~~~~~~~~~~~~~ error[generator-provider-missing]: generator `client` has no `provider`
  ///   output = "generated"
  /// }
  /// ```
  public static let generatorProviderMissing = Rule(
    id: "generator-provider-missing", severity: .error,
    check: .problem { problem in
      Message(
        "generator `\(problem[0])` has no `provider`",
        help: "add `provider = \"prisma-client\"`, or the name of another generator")
    })
}
