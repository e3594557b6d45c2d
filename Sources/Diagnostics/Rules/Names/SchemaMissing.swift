import SchemaModel

extension Rule {
  /// A declaration does not say in which schema it is.
  ///
  /// As soon as the datasource lists `schemas`, each model, view and enum needs `@@schema`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  ///   schemas  = ["public", "auth"]
  /// }
  ///
  /// model User {
  /// ~~~~~~~~~~~~ error[schema-missing]: model `User` does not say in which schema it is
  ///   id Int @id
  /// }
  /// ```
  public static let schemaMissing = Rule(
    id: "schema-missing", severity: .error,
    check: .namespaced { context, declaration, findings in
      guard declaration.schema == nil, context.connector.supportsSchemas,
        let schemas = context.configuration.datasource?.schemas
      else { return }
      findings.report(
        Message(
          "\(declaration.keyword) `\(declaration.name)` does not say in which schema it is",
          note: "the datasource lists \(schemas.map(\.value).listed())",
          help: "add `@@schema(\"\(schemas.first?.value ?? "…")\")`"),
        at: declaration.range)
    })
}
