import SchemaModel

extension Rule {
  /// An index names a field twice.
  ///
  /// An index holds a column only once.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@index([name, name])
  ///   ~~~~~~~~~~~~~~~~~~~~~ error[index-duplicate-field]: `@@index` of `User` names field `name` several times
  /// }
  /// ```
  public static let indexDuplicateField = Rule(
    id: "index-duplicate-field", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[1])` of `\(problem[2])` names field `\(problem[0])` several times",
        help: "name `\(problem[0])` once")
    })
}
