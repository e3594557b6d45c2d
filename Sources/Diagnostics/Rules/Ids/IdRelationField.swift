import SchemaModel

extension Rule {
  /// `@@id` names a relation field.
  ///
  /// A relation field has no column. The scalar fields that it names in `fields` can be part of
  /// the key.
  ///
  /// ```prisma
  /// model Vote {
  ///   id     Int  @unique
  ///   userId Int
  ///   user   User @relation(fields: [userId], references: [id])
  ///
  ///   @@id([id, user])
  ///   ~~~~~~~~~~~~~~~~ error[id-relation-field]: `@@id` of `Vote` names relation field `user`
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   votes Vote[]
  /// }
  /// ```
  public static let idRelationField = Rule(
    id: "id-relation-field", severity: .error,
    check: .problem { problem in
      Message(
        "`@@id` of `\(problem[1])` names relation \(problem.fields(0))",
        note: "a relation field has no column of its own",
        help: problem[2].isEmpty ? "name scalar fields instead" : "name \(problem.names(2)) instead"
      )
    })
}
