import SchemaModel

extension Rule {
  /// A referential action does not exist.
  ///
  /// The actions are `Cascade`, `Restrict`, `NoAction`, `SetNull` and `SetDefault`. Not every
  /// database offers all of them.
  ///
  /// ```prisma
  /// model Post {
  ///   id       Int  @id
  ///   authorId Int
  ///   author   User @relation(fields: [authorId], references: [id], onDelete: Delete)
  ///                                                                           ~~~~~~ error[relation-action-unknown]: `onDelete` can't be `Delete`
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  /// ```
  public static let relationActionUnknown = Rule(
    id: "relation-action-unknown", severity: .error,
    check: .problem { problem in
      Message(
        "`\(problem[1])` can't be `\(problem[0])`",
        help: "write `Cascade`, `Restrict`, `NoAction`, `SetNull` or `SetDefault`")
    })
}
