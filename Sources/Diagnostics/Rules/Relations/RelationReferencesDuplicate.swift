import SchemaModel

extension Rule {
  /// The `references` of a relation name a field twice.
  ///
  /// Each field in `fields` refers to another field of the related model.
  ///
  /// ```prisma
  /// model Post {
  ///   id    Int  @id
  ///   userA Int
  ///   userB Int
  ///   user  User @relation(fields: [userA, userB], references: [a, a])
  ///              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-references-duplicate]: `references` of relation field `user` names `a` several times
  /// }
  ///
  /// model User {
  ///   a     Int    @id
  ///   b     Int
  ///   posts Post[]
  /// }
  /// ```
  public static let relationReferencesDuplicate = Rule(
    id: "relation-references-duplicate", severity: .error,
    check: .problem { problem in
      Message(
        "`references` of relation field `\(problem[1])` names `\(problem[0])` several times",
        note: "each field in `fields` refers to another field of the related model",
        help: "name `\(problem[0])` once")
    })
}
