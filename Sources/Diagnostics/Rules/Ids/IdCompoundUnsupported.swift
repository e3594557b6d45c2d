import SchemaModel

extension Rule {
  /// The database has no ids over several fields.
  ///
  /// A document of MongoDB has one `_id`. Let another unique cover the fields together.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model Rating {
  ///   user Int
  ///   post Int
  ///
  ///   @@id([user, post])
  ///   ~~~~~~~~~~~~~~~~~~ error[id-compound-unsupported]: `mongodb` has no ids over several fields
  /// }
  /// ```
  public static let idCompoundUnsupported = Rule(
    id: "id-compound-unsupported", severity: .error,
    check: .primaryKey { context, key, findings in
      guard key.fields.count > 1, !context.connector.supportsCompoundIds, !context.model.isView
      else { return }
      findings.report(
        Message(
          "\(context.connector.subject) has no ids over several fields",
          note: "a document has a single `_id`",
          help: "give the model one id field, and cover the fields by `@@unique`"),
        at: key.range)
    })
}
