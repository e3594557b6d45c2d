import SchemaModel

extension Rule {
  /// A relation field has `@id`.
  ///
  /// A relation field has no column. The scalar fields that it names in `fields` can be the key.
  ///
  /// ```prisma
  /// model Profile {
  ///   userId Int  @unique
  ///   user   User @relation(fields: [userId], references: [id]) @id
  ///                                                             ~~~ error[id-on-relation-field]: relation field `user` can't have `@id`
  /// }
  ///
  /// model User {
  ///   id      Int      @id
  ///   profile Profile?
  /// }
  /// ```
  public static let idOnRelationField = Rule(
    id: "id-on-relation-field", severity: .error,
    check: .problem { problem in
      Message(
        "relation field `\(problem[0])` can't have `@id`",
        note: "a relation field has no column of its own",
        help: problem[1].isEmpty
          ? "put `@id` on a scalar field"
          : problem.isOne(1)
            ? "put `@id` on field `\(problem[1])`" : "write `@@id([\(problem[1])])`")
    })
}
