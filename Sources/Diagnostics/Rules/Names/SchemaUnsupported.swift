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
  public static let schemaUnsupported = Rule(
    id: "schema-unsupported", severity: .error, evidence: .line,
    check: .namespaced { context, declaration, findings in
      guard let schema = declaration.schema, !context.connector.supportsSchemas else { return }
      findings.report(
        Message("\(context.connector.subject) has no schemas", help: "remove `@@schema`"),
        at: schema.range)
    })
}
