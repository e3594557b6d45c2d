import SchemaModel

extension Rule {
  /// The `references` of a relation name a field that the related model does not have.
  ///
  /// `references` are fields of the related model, `fields` those of the model that holds the
  /// relation field.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation(fields: [authorId], references: [uid])
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-references-unknown]: `User` has no field `uid`
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let relationReferencesUnknown = Rule(
    id: "relation-references-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[1])` has no \(problem.fields(0))",
        note: "`references` are fields of the related model `\(problem[1])`",
        help: "correct the name, or add the field to `\(problem[1])`")
    })
}
