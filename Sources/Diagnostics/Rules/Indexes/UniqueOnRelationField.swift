import SchemaModel

extension Rule {
  /// A relation field has `@unique`.
  ///
  /// A relation field has no column. The scalar fields that it names in `fields` can be unique.
  ///
  /// ```prisma
  /// model Profile {
  ///   id     Int  @id
  ///   userId Int
  ///   user   User @relation(fields: [userId], references: [id]) @unique
  ///                                                             ~~~~~~~ error[unique-on-relation-field]: relation field `user` can't have `@unique`
  /// }
  ///
  /// model User {
  ///   id       Int       @id
  ///   profiles Profile[]
  /// }
  /// ```
  public static let uniqueOnRelationField = Rule(
    id: "unique-on-relation-field", severity: .error,
    check: .problem { problem in
      Message(
        "relation field `\(problem[0])` can't have `@unique`",
        note: "a relation field has no column of its own",
        help: problem[1].isEmpty
          ? "put `@unique` on a scalar field"
          : problem.isOne(1)
            ? "put `@unique` on field `\(problem[1])`" : "write `@@unique([\(problem[1])])`")
    })
}
