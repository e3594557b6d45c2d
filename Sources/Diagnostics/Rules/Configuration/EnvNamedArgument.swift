import SchemaModel

extension Rule {
  /// The argument of `env` has a name.
  ///
  /// `env` takes only the name of a variable, so there is nothing to tell apart.
  ///
  /// ```prisma
  /// generator client {
  ///   provider = "prisma-client"
  ///   output   = env(name: "CLIENT_OUTPUT")
  ///                  ~~~~~~~~~~~~~~~~~~~~~ warning[env-named-argument]: the argument of `env()` needs no name
  /// }
  /// ```
  public static let envNamedArgument = Rule(
    id: "env-named-argument", severity: .warning,
    check: .problem { problem in
      Message("the argument of `env()` needs no name", help: "remove `\(problem[0]):`")
    })
}
