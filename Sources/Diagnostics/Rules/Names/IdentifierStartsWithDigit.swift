import SchemaModel

extension Rule {
  /// A name starts with a digit.
  ///
  /// Names become identifiers in the generated client, and those can't start with a digit. The
  /// name in the database can: give it with `@map` or `@@map`.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int @id
  ///   2fa Boolean
  ///   ~~~ error[identifier-starts-with-digit]: field name `2fa` starts with a digit
  /// }
  /// ```
  public static let identifierStartsWithDigit = Rule(
    id: "identifier-starts-with-digit", severity: .error,
    check: .problem { problem in
      Message(
        "\(problem.kind(1)) name `\(problem[0])` starts with a digit",
        note: "names become identifiers in the generated client",
        help: """
          begin the name with a letter; `@map` or `@@map` can keep the name in the database
          """)
    })
}
