import SchemaModel

extension Rule {
  /// An argument is given twice.
  ///
  /// The last value counts, so the earlier one does nothing.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @unique(map: "a", map: "b")
  ///                                 ~~~~~~~~ error[argument-duplicate]: argument `map` of `@unique` is already given
  /// }
  /// ```
  public static let argumentDuplicate = Rule(
    id: "argument-duplicate", severity: .error,
    check: .problem { problem in
      Message(
        "argument `\(problem[0])` of `\(problem[1])` is already given",
        note: "only the last value counts",
        help: "remove one of them")
    })
}
