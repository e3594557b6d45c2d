import SchemaModel
import SchemaParser

extension Rule {
  /// A model of MongoDB has no id.
  ///
  /// Each document has one, `_id`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  /// ~~~~~~~~~~~~ error[mongo-id-missing]: model `User` has no id, and every document of `mongodb` has one
  ///   email String @unique
  /// }
  /// ```
  public static let mongoIdMissing = Rule(
    id: "mongo-id-missing", severity: .error, evidence: .keys,
    check: .model { context, findings in
      guard context.connector == .mongodb, !context.model.isView, context.model.primaryKey == nil
      else { return }
      let prefix = context.configuration.datasource?.identifier.text ?? "db"
      findings.report(
        Message(
          "model `\(context.model.name)` has no id, and every document of `mongodb` has one",
          help: "add `id String @id @default(auto()) @map(\"_id\") @\(prefix).ObjectId`"),
        at: context.model.range)
    })
}
