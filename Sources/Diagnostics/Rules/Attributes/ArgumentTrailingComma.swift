import SchemaModel

extension Rule {
  /// A list of arguments ends with a comma.
  ///
  /// Prisma takes commas between arguments only.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @map("user_name",)
  ///                               ~ error[argument-trailing-comma]: the arguments of `@map` end with a comma
  /// }
  /// ```
  public static let argumentTrailingComma = Rule(
    id: "argument-trailing-comma", severity: .error,
    check: .problem { problem in
      Message("the arguments of `\(problem[0])` end with a comma", help: "remove the comma")
    })
}
