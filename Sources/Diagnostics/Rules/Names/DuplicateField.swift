import SchemaModel

extension Rule {
  /// Two fields of one model or view share a name.
  ///
  /// A table holds a column only once, and a client can't offer two properties of one name.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int @id
  ///   name String
  ///   name String?
  ///   ~~~~ error[duplicate-field]: field `name` is already defined on model `User`
  /// }
  /// ```
  public static let duplicateField = Rule(
    id: "duplicate-field", severity: .error,
    check: .problem { problem in
      Message(
        "field `\(problem[0])` is already defined on \(problem[1]) `\(problem[2])`",
        help: "rename or remove one of them")
    })
}
