import SchemaModel
import SchemaParser

extension Rule {
  /// A full-text index is sorted.
  ///
  /// A full-text index finds words, and keeps no order of values.
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
  ///   @@fulltext([text(sort: Desc)])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[fulltext-sort-unsupported]: `@@fulltext` takes no `sort` in `mysql`
  /// }
  /// ```
  public static let fulltextSortUnsupported = Rule(
    id: "fulltext-sort-unsupported", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard index.kind == .fulltext, context.connector.supportsFulltext,
        !context.connector.supportsSortInFulltext, !context.model.isView,
        index.fields.contains(where: { $0.sort != nil })
      else { return }
      findings.report(
        Message(
          "`@@fulltext` takes no `sort` in \(context.connector.subject)", help: "remove `sort`"),
        at: index.range)
    })
}
