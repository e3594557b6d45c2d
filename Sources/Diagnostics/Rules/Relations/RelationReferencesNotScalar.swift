import SchemaModel

extension Rule {
  /// The `references` of a relation name a relation field.
  ///
  /// They name the columns of the related model that make its rows unique, and a relation field
  /// has none.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation(fields: [authorId], references: [posts])
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-references-not-scalar]: `references` names field `posts` of `User`, which is not scalar
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let relationReferencesNotScalar = Rule(
    id: "relation-references-not-scalar", severity: .error,
    check: .problem { problem in
      Message(
        """
        `references` names \(problem.fields(0)) of `\(problem[1])`, which \
        \(problem.isOne(0) ? "is" : "are") not scalar
        """,
        note: "`references` are the columns of the related model that make its rows unique",
        help: "name the id of `\(problem[1])`, or scalar fields that are unique")
    })
}
