import SchemaModel

extension Rule {
  /// A relation field has `@default`.
  ///
  /// A relation field has no column. The scalar fields that it names in `fields` can have a
  /// default.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation(fields: [authorId], references: [id]) @default(1)
  ///                                                                 ~~~~~~~~~~~ error[default-on-relation-field]: relation field `author` can't have a default
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let defaultOnRelationField = Rule(
    id: "default-on-relation-field", severity: .error,
    check: .problem { problem in
      Message(
        "relation field `\(problem[0])` can't have a default",
        note: "a relation field has no column of its own",
        help: "put `@default` on a scalar field that `@relation(fields: …)` names")
    })
}
