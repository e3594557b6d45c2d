import SchemaModel

extension Rule {
  /// The database has no schemas.
  ///
  /// Only PostgreSQL, CockroachDB and SQL Server have schemas within a database.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id Int @id
  ///
  ///   @@schema("public")
  ///            ~~~~~~~~ error[schema-unsupported]: `mysql` has no schemas
  /// }
  /// ```
  package static let schemaUnsupported = Rule(
    id: "schema-unsupported", severity: .error, evidence: .line,
    check: .schema { context, findings in
      guard !context.connector.supportsSchemas else { return }
      func check(_ schema: SchemaName?, of id: BlockID) {
        guard let schema else { return }
        findings.report(
          Message("\(context.connector.subject) has no schemas", help: "remove `@@schema`"),
          at: .range(id, schema.range))
      }
      for model in context.schema.models { check(model.schema, of: model.id) }
      for type in context.schema.enumerations { check(type.schema, of: type.id) }
    })
}
