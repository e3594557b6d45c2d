import SchemaModel
import SchemaParser

extension Rule {
  /// The text fields of a full-text index do not stand together.
  ///
  /// In MongoDB a field with `sort` is an ordinary field of the index. Those without are the texts, and
  /// stand next to each other.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model Post {
  ///   id    String @id @map("_id")
  ///   title String
  ///   year  Int
  ///   text  String
  ///
  ///   @@fulltext([title, year(sort: Desc), text])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[fulltext-fields-not-adjacent]: the text fields of this `@@fulltext` do not stand together
  /// }
  /// ```
  public static let fulltextFieldsNotAdjacent = Rule(
    id: "fulltext-fields-not-adjacent", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard index.kind == .fulltext, context.connector == .mongodb, !context.model.isView else {
        return
      }
      var runs = 0
      var isInside = false
      for entry in index.fields {
        if entry.sort == nil, !isInside { runs += 1 }
        isInside = entry.sort == nil
      }
      guard runs > 1 else { return }
      findings.report(
        Message(
          "the text fields of this `@@fulltext` do not stand together",
          note: "fields without `sort` are the texts, the others ordinary fields",
          help: "move the fields with `sort` to the beginning or the end"),
        at: index.range)
    })
}
