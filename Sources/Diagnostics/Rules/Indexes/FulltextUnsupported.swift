import SchemaModel
import SchemaParser

extension Rule {
  /// The database has no `@@fulltext`.
  ///
  /// Prisma makes full-text indexes in MySQL and MongoDB.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Post {
  ///   id   Int    @id
  ///   text String
  ///
  ///   @@fulltext([text])
  ///   ~~~~~~~~~~~~~~~~~~ error[fulltext-unsupported]: `@@fulltext` is not for `postgresql`
  /// }
  /// ```
  public static let fulltextUnsupported = Rule(
    id: "fulltext-unsupported", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard index.kind == .fulltext, !context.connector.supportsFulltext, !context.model.isView
      else { return }
      findings.report(
        Message(
          context.connector == .none
            ? "`@@fulltext` is not for a schema without a datasource"
            : "`@@fulltext` is not for \(context.connector.subject)",
          note: "it is for `mysql` and `mongodb`",
          help: context.connector == .postgresql
            ? "remove it; a `Gin` index in the database can serve full-text search" : "remove it"),
        at: index.range)
    })
}
