import SchemaModel

extension Rule {
  /// `@@id` names a field that the model does not have.
  ///
  /// Fields are named as in the schema, not by the names of their columns.
  ///
  /// ```prisma
  /// model User {
  ///   id    Int
  ///   email String @unique
  ///
  ///   @@id([id, nmae])
  ///        ~~~~~~~~~~ error[id-unknown-field]: `User` has no field `nmae`
  /// }
  /// ```
  public static let idUnknownField = Rule(
    id: "id-unknown-field", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[1])` has no \(problem.fields(0))",
        note: "`@@id` names fields as in the schema, not columns",
        help: "correct the name, or add the field")
    })
}
