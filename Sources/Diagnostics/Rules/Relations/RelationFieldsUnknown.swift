import SchemaModel

extension Rule {
  /// The `fields` of a relation name a field that the model does not have.
  ///
  /// `fields` are scalar fields of the model that holds the relation field, `references` those of
  /// the related model.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int   @id
  ///   authorId Int
  ///   author   User  @relation(fields: [userId], references: [id])
  ///                                    ~~~~~~~~ error[relation-fields-unknown]: `Post` has no field `userId`
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let relationFieldsUnknown = Rule(
    id: "relation-fields-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[1])` has no \(problem.fields(0))",
        note: """
          `fields` are fields of `\(problem[1])` itself, `references` those of the related model
          """,
        help: "correct the name, or add the field to `\(problem[1])`")
    })
}
