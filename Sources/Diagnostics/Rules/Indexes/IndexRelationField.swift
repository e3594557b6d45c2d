import SchemaModel

extension Rule {
  /// An index names a relation field.
  ///
  /// A relation field has no column. The scalar fields that it names in `fields` can be indexed.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation(fields: [authorId], references: [id])
  ///
  ///   @@index([author])
  ///   ~~~~~~~~~~~~~~~~~ error[index-relation-field]: `@@index` of `Post` names relation field `author`
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let indexRelationField = Rule(
    id: "index-relation-field", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[1])` of `\(problem[2])` names relation \(problem.fields(0))",
        note: "a relation field has no column of its own",
        help: problem[3].isEmpty ? "name scalar fields instead" : "name \(problem.names(3)) instead"
      )
    })
}
