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
  package static let schemaMissing = Rule(
    id: "schema-missing", severity: .error,
    check: .schema { context, findings in
      guard context.connector.supportsSchemas,
        let schemas = context.configuration.datasource?.schemas
      else { return }
      func report(_ kind: String, _ name: String, _ id: BlockID) {
        findings.report(
          Message(
            "\(kind) `\(name)` does not say in which schema it is",
            note: "the datasource lists \(schemas.map(\.value).listed())",
            help: "add `@@schema(\"\(schemas.first?.value ?? "…")\")`"),
          at: .declaration(id))
      }
      for model in context.schema.models where model.schema == nil {
        report(model.keyword, model.name, model.id)
      }
      for type in context.schema.enumerations where type.schema == nil {
        report("enum", type.name, type.id)
      }
    })
}
