import SchemaModel

extension Rule {
  /// An attribute is given an argument that it does not know.
  ///
  /// It may be misspelled, or belong to another attribute or another version of Prisma.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @map("user_name", length: 10)
  ///                                 ~~~~~~~~~~ error[argument-unknown]: `@map` takes no argument `length`
  /// }
  /// ```
  package static let argumentUnknown = Rule(
    id: "argument-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[1])` takes no argument `\(problem[0])`",
        help: problem[2].isEmpty ? "remove it" : "`\(problem[1])` takes \(problem.names(2))")
    })
}
