import SchemaModel

extension Rule {
  /// The name of a relation is empty.
  ///
  /// A name tells several relations between two models apart. One relation does without.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation("", fields: [authorId], references: [id])
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-name-empty]: the name of the relation of field `author` is empty
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[] @relation("")
  ///                ~~~~~~~~~~~~~ error[relation-name-empty]: the name of the relation of field `posts` is empty
  /// }
  /// ```
  public static let relationNameEmpty = Rule(
    id: "relation-name-empty", severity: .error,
    check: .problem { problem in
      Message(
        "the name of the relation of field `\(problem[0])` is empty",
        help: "write a name, the same on both sides, or remove it")
    })
}
