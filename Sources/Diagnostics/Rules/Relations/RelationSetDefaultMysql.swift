import SchemaModel
import SchemaParser

extension Rule {
  /// A relation asks for `SetDefault` on MySQL.
  ///
  /// MySQL takes the words, but InnoDB refuses the table or does nothing, as the version has it. Choose
  /// another action.
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
  ///   author   User @relation(fields: [authorId], references: [id], onDelete: SetDefault)
  ///                                                                 ~~~~~~~~~~~~~~~~~~~~ warning[relation-set-default-mysql]: MySQL does not carry out `SetDefault`
  ///   authorId Int  @default(1)
  /// }
  /// ```
  public static let relationSetDefaultMysql = Rule(
    id: "relation-set-default-mysql", severity: .warning,
    check: .relationField { context, field, findings in
      guard context.connector == .mysql, let attribute = field.relation, attribute.hasActions,
        context.configuration.relationMode == .foreignKeys
      else { return }
      for (name, action, _, _) in attribute.actions where action.action == .setDefault {
        findings.report(
          Message(
            "MySQL does not carry out `SetDefault`",
            note: "InnoDB, its usual storage engine, rejects or ignores the action",
            help: "choose another action for `\(name)`"),
          at: action.range)
      }
    })
}
