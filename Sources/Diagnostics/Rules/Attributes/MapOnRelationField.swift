import SchemaModel

extension Rule {
  /// A relation field has `@map`.
  ///
  /// A relation field has no column: it stands for the scalar fields in `fields`. Those can be
  /// mapped.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation(fields: [authorId], references: [id]) @map("author_id")
  ///                                                                 ~~~~~~~~~~~~~~~~~ error[map-on-relation-field]: relation field `author` can't have `@map`
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let mapOnRelationField = Rule(
    id: "map-on-relation-field", severity: .error,
    check: .problem { problem in
      Message(
        "relation field `\(problem[0])` can't have `@map`",
        note: "a relation field has no column of its own",
        help: "map the scalar fields that `@relation(fields: …)` names")
    })
}
