import SchemaModel
import SchemaParser

extension Rule {
  /// A relation asks for `SetNull`, but its fields can't be null.
  ///
  /// When the related row goes, the action would have to empty a required field. Choose another action,
  /// or make the fields and the relation optional.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation(fields: [authorId], references: [id], onDelete: SetNull)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-set-null-required]: `onDelete: SetNull` cannot empty the required field `authorId`
  ///   authorId Int
  /// }
  /// ```
  public static let relationSetNullRequired = Rule(
    id: "relation-set-null-required", severity: .error,
    check: .relation { context, findings in
      checkSetNull(context, &findings, isWarning: false)
    })
}
