import SchemaModel

extension Rule {
  /// The `fields` of a relation name a relation field.
  ///
  /// They name the columns that hold the key of the related model, and a relation field has none.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation(fields: [author], references: [id])
  ///                                   ~~~~~~~~ error[relation-fields-not-scalar]: `fields` names field `author`, which is not scalar
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let relationFieldsNotScalar = Rule(
    id: "relation-fields-not-scalar", severity: .error,
    check: .problem { problem in
      Message(
        """
        `fields` names \(problem.fields(0)), which \(problem.isOne(0) ? "is" : "are") not \
        scalar
        """,
        note: """
          `fields` are the columns of `\(problem[1])` that hold the key of the related model
          """,
        help: "name scalar fields, as in `fields: [authorId]`")
    })
}
