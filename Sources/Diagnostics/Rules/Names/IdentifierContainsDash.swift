import SchemaModel

extension Rule {
  /// A name contains a `-`.
  ///
  /// Names become identifiers in the generated client, and those hold no `-`. The name in the
  /// database can: give it with `@map` or `@@map`.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id
  ///   first-name String
  ///   ~~~~~~~~~~ error[identifier-contains-dash]: field name `first-name` contains a `-`
  /// }
  /// ```
  public static let identifierContainsDash = Rule(
    id: "identifier-contains-dash", severity: .error,
    check: .problem { problem in
      Message(
        "\(problem.kind(1)) name `\(problem[0])` contains a `-`",
        note: "names become identifiers in the generated client",
        help: "use letters, digits and `_`; `@map` or `@@map` can keep the name in the database")
    })
}
