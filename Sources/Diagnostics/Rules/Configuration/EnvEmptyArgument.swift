extension Rule {
  /// The argument of `env` has a name but no value.
  ///
  /// `env` takes the name of a variable, in double quotes.
  ///
  /// ```prisma
  /// generator client {
  ///   provider = "prisma-client"
  ///   output   = env(name:)
  ///              ~~~~~~~~~~ error[env-empty-argument]: the argument of `env()` has no value
  /// }
  /// ```
  public static let envEmptyArgument = Rule(
    id: "env-empty-argument", severity: .error,
    check: .problem { _ in
      Message(
        "the argument of `env()` has no value",
        help: "write the name of the variable in double quotes, as in `env(\"NAME\")`")
    })
}
