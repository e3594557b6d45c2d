import SchemaModel

extension Rule {
  /// `env` is not given exactly one argument.
  ///
  /// It takes the name of a variable, in double quotes. There is no default.
  ///
  /// ```prisma
  /// generator client {
  ///   provider = "prisma-client"
  ///   output   = env("CLIENT_OUTPUT", "generated")
  ///              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[env-argument-count]: `env()` takes one argument, not 2
  /// }
  /// ```
  public static let envArgumentCount = Rule(
    id: "env-argument-count", severity: .error,
    check: .problem { problem in
      let note = "it takes the name of a variable, and nothing else"
      return Message(
        problem[0] == "1"
          ? "the argument of `env()` is followed by a comma"
          : "`env()` takes one argument, not \(problem[0])",
        note: note, help: "write `env(\"NAME\")`")
    })
}
