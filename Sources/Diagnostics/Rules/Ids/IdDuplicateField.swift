import SchemaModel

extension Rule {
  /// `@@id` names a field twice.
  ///
  /// A primary key holds a column only once.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int
  ///   email String @unique
  ///
  ///   @@id([id, id])
  ///   ~~~~~~~~~~~~~~ error[id-duplicate-field]: `@@id` of `User` names field `id` several times
  /// }
  /// ```
  public static let idDuplicateField = Rule(
    id: "id-duplicate-field", severity: .error,
    check: .problem { problem in
      Message(
        "`@@id` of `\(problem[1])` names field `\(problem[0])` several times",
        help: "name `\(problem[0])` once")
    })
}
