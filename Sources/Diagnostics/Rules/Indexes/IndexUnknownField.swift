import SchemaModel

extension Rule {
  /// An index names a field that the model does not have.
  ///
  /// Fields are named as in the schema, not by the names of their columns.
  ///
  /// ```prisma
  /// model User {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@index([nmae])
  ///   ~~~~~~~~~~~~~~~ error[index-unknown-field]: `User` has no field `nmae`
  /// }
  /// ```
  public static let indexUnknownField = Rule(
    id: "index-unknown-field", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[2])` has no \(problem.fields(0))",
        note: "`\(problem[1])` names fields as in the schema, not columns",
        help: "correct the name, or add the field")
    })
}
