import SchemaModel
import SchemaParser

extension Rule {
  /// A collection has several full-text indexes.
  ///
  /// MongoDB has at most one of them in a collection. One index can cover several fields.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model Post {
  ///   id    String @id @map("_id")
  ///   title String
  ///   text  String
  ///
  ///   @@fulltext([title])
  ///   ~~~~~~~~~~~~~~~~~~~ error[fulltext-multiple]: model `Post` has 2 full-text indexes, and `mongodb` allows one
  ///   @@fulltext([text])
  ///   ~~~~~~~~~~~~~~~~~~ error[fulltext-multiple]: model `Post` has 2 full-text indexes, and `mongodb` allows one
  /// }
  /// ```
  public static let fulltextMultiple = Rule(
    id: "fulltext-multiple", severity: .error,
    check: .model { context, findings in
      guard context.connector.supportsFulltext, !context.connector.supportsSeveralFulltexts,
        !context.model.isView
      else { return }
      let model = context.model
      let count = model.indexes.reduce(0) { $0 + ($1.kind == .fulltext ? 1 : 0) }
      guard count > 1 else { return }
      for index in model.indexes where index.kind == .fulltext {
        findings.report(
          Message(
            """
            model `\(model.name)` has \(count) full-text indexes, and \(context.connector.subject) \
            allows one
            """,
            help: "cover all fields with one `@@fulltext`"),
          at: index.range)
      }
    })
}
