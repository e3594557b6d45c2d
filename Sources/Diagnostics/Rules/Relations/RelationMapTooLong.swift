import SchemaModel
import SchemaParser

extension Rule {
  /// The name that `map` gives to a foreign key is longer than the database allows.
  ///
  /// The limit counts bytes of UTF-8: 63 in PostgreSQL and CockroachDB, 64 in MySQL, 128 in SQL Server.
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
  ///   author   User @relation(fields: [authorId], references: [id], map: "the_foreign_key_of_the_author_who_wrote_the_first_draft_of_this_post")
  ///                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-map-too-long]: foreign key name of `author` is 68 bytes long
  ///   authorId Int
  /// }
  /// ```
  public static let relationMapTooLong = Rule(
    id: "relation-map-too-long", severity: .error,
    check: .relationField { context, field, findings in
      guard let attribute = field.relation, let name = attribute.map?.value,
        context.connector.isOne(of: .postgresql, .cockroachdb, .mysql, .sqlserver),
        let limit = context.connector.maximumIdentifierLength, name.utf8.count > limit
      else { return }
      findings.report(
        Message(
          "foreign key name of `\(field.name)` is \(name.utf8.count) bytes long",
          note: "\(context.connector.displayName) takes at most \(limit) bytes",
          help: "shorten the name in `map`"),
        at: attribute.range)
    })
}
