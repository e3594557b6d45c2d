import SchemaModel

extension Rule {
  /// An SP-GiST index covers several fields.
  ///
  /// PostgreSQL has no SP-GiST indexes over several columns.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id    Int    @id
  ///   name  String
  ///   email String
  ///
  ///   @@index([name, email], type: SpGist)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-spgist-multi-column]: an index of type `SpGist` covers one field, and this one covers 2
  /// }
  /// ```
  public static let indexSpgistMultiColumn = Rule(
    id: "index-spgist-multi-column", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard index.method == .spGist, index.fields.count != 1, context.connector == .postgresql,
        !context.model.isView
      else { return }
      findings.report(
        Message(
          "an index of type `SpGist` covers one field, and this one covers \(index.fields.count)",
          help: "make an index for each field"),
        at: index.range)
    })
}
