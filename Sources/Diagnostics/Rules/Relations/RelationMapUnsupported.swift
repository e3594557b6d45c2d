import SchemaModel
import SchemaParser

extension Rule {
  /// `@relation` names its foreign key by `map` where foreign keys have no names.
  ///
  /// SQLite keeps no names of foreign keys, and MongoDB has no foreign keys. Remove `map`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlite"
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   posts Post[]
  /// }
  ///
  /// model Post {
  ///   id       Int  @id
  ///   author   User @relation(fields: [authorId], references: [id], map: "author_fk")
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-map-unsupported]: foreign keys have no names in sqlite, so `map` has no effect
  ///   authorId Int
  /// }
  /// ```
  public static let relationMapUnsupported = Rule(
    id: "relation-map-unsupported", severity: .error,
    check: .relationField { context, field, findings in
      guard let attribute = field.relation, attribute.map != nil,
        context.connector.isOne(of: .sqlite, .mongodb, .none)
      else { return }
      findings.report(
        Message(
          "foreign keys have no names in \(context.connector.displayName), so `map` has no effect",
          help: "remove `map` from this `@relation`"),
        at: attribute.range)
    })
}
