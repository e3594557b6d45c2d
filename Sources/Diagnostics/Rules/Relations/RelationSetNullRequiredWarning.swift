import SchemaModel
import SchemaParser

extension Rule {
  /// A relation asks for `SetNull`, but its fields can't be null, on PostgreSQL.
  ///
  /// PostgreSQL takes such a foreign key; each deletion that would run the action then fails. Choose
  /// another action, or make the fields and the relation optional.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
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
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ warning[relation-set-null-required-warning]: `onDelete: SetNull` cannot empty the required field `authorId`
  ///   authorId Int
  /// }
  /// ```
  public static let relationSetNullRequiredWarning = Rule(
    id: "relation-set-null-required-warning", severity: .warning,
    check: .relation { context, findings in
      checkSetNull(context, &findings, isWarning: true)
    })
}
