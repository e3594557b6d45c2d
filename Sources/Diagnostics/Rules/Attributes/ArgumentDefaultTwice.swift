import SchemaModel

extension Rule {
  /// An argument is given with its name and once more without.
  ///
  /// The argument that can do without its name is the same as the one of that name.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @map("a", name: "b")
  ///                         ~~~~~~~~~ error[argument-default-twice]: argument `name` of `@map` is already given without its name
  /// }
  /// ```
  public static let argumentDefaultTwice = Rule(
    id: "argument-default-twice", severity: .error,
    check: .problem { problem in
      Message(
        "argument `\(problem[0])` of `\(problem[1])` is already given without its name",
        help: "remove one of them")
    })
}
