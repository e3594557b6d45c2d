import SchemaModel

extension Rule {
  /// An argument has a name but no value.
  ///
  /// The attribute is not looked at until the value is there.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @unique(map:)
  ///                       ~~~ error[argument-empty]: argument `map` of `@unique` has no value
  /// }
  /// ```
  public static let argumentEmpty = Rule(
    id: "argument-empty", severity: .error,
    check: .problem { problem in
      Message(
        "argument `\(problem[0])` of `\(problem[1])` has no value",
        help: "write a value behind `\(problem[0]):`, or remove the argument")
    })
}
