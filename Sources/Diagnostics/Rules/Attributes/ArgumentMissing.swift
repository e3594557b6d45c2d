import SchemaModel

extension Rule {
  /// An argument that an attribute needs is missing.
  ///
  /// Without it the attribute says nothing.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String @default
  ///               ~~~~~~~~ error[argument-missing]: `@default` needs an argument `value`
  /// }
  /// ```
  public static let argumentMissing = Rule(
    id: "argument-missing", severity: .error,
    check: .problem { problem in
      let form =
        switch problem[0] {
        case "fields": "([…])"
        case "value": "(…)"
        default: "(\"…\")"
        }
      return Message(
        "`\(problem[1])` needs an argument `\(problem[0])`",
        help: "write it in parentheses: `\(problem[1])\(form)`")
    })
}
