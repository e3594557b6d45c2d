import SchemaModel

extension Rule {
  /// The `fields` of a relation name a field twice.
  ///
  /// Each field refers to one field of the related model.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation(fields: [authorId, authorId], references: [a, b])
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-fields-duplicate]: `fields` of relation field `author` names `authorId` several times
  /// }
  ///
  /// model User {
  ///   a     Int
  ///   b     Int
  ///   posts Post[]
  ///
  ///   @@id([a, b])
  /// }
  /// ```
  public static let relationFieldsDuplicate = Rule(
    id: "relation-fields-duplicate", severity: .error,
    check: .problem { problem in
      Message(
        "`fields` of relation field `\(problem[1])` names `\(problem[0])` several times",
        note: "each field refers to one field of the related model",
        help: "name `\(problem[0])` once")
    })
}
