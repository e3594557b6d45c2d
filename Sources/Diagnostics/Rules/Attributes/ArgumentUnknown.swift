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
  public static let argumentUnknown = Rule(
    id: "argument-unknown", severity: .error,
    check: .problem { problem in
      let isPartialIndex =
        problem[0] == "where" && ["@@index", "@@unique", "@unique"].contains(problem[1])
      return Message(
        "`\(problem[1])` takes no argument `\(problem[0])`",
        note: isPartialIndex ? "partial indexes are new in Prisma 7.4" : nil,
        help: problem[2].isEmpty ? "remove it" : "`\(problem[1])` takes \(problem.names(2))")
    })
}
