import SchemaModel
import SchemaParser

extension Rule {
  /// A full-text index has a `length`.
  ///
  /// It always covers the whole text.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model Post {
  ///   id   Int    @id
  ///   text String @db.Text
  ///
  ///   @@fulltext([text(length: 20)])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[fulltext-length]: `@@fulltext` takes no `length`
  /// }
  /// ```
  public static let fulltextLength = Rule(
    id: "fulltext-length", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard index.kind == .fulltext, context.connector.supportsFulltext, !context.model.isView,
        index.fields.contains(where: { $0.length != nil })
      else { return }
      findings.report(
        Message(
          "`@@fulltext` takes no `length`", note: "it always covers the whole text",
          help: "remove `length`"),
        at: index.range)
    })
}
