import SchemaModel

extension Rule {
  /// The id of a model of MongoDB is not called `_id` in the database.
  ///
  /// MongoDB keeps the id of each document under `_id`. A field can't have this name, so it needs
  /// `@map`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id String @id
  ///   ~~~~~~~~~~~~~ error[mongo-id-not-mapped]: the id must be called `_id` in the database, and is called `id`
  /// }
  /// ```
  public static let mongoIdNotMapped = Rule(
    id: "mongo-id-not-mapped", severity: .error, evidence: .line,
    check: .primaryKey { context, key, findings in
      guard context.connector == .mongodb, !context.model.isView, key.fields.count == 1,
        let field = context.model.field(of: key.fields[0], in: context.schema),
        field.databaseName != "_id"
      else { return }
      findings.report(
        Message(
          "the id must be called `_id` in the database, and is called `\(field.databaseName)`",
          help: field.map == nil ? "add `@map(\"_id\")`" : "write `@map(\"_id\")`"),
        at: field.range)
    })
}
