import SchemaModel

extension Rule {
  /// A declaration is in a schema that the datasource does not list.
  ///
  /// Prisma looks after those schemas of the database that the datasource lists.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  ///   schemas  = ["public", "auth"]
  /// }
  ///
  /// model User {
  ///   id Int @id
  ///
  ///   @@schema("authentication")
  ///            ~~~~~~~~~~~~~~~~ error[schema-unknown]: schema `authentication` is not among the `schemas` of the datasource
  /// }
  /// ```
  public static let schemaUnknown = Rule(
    id: "schema-unknown", severity: .error, evidence: .line,
    check: .namespaced { context, declaration, findings in
      guard let schema = declaration.schema, context.connector.supportsSchemas else { return }
      let datasource = context.configuration.datasource
      guard datasource?.schemaNames.contains(schema.value) != true else { return }
      let listed = datasource?.schemas ?? []
      findings.report(
        Message(
          "schema `\(schema.value)` is not among the `schemas` of the datasource",
          note: listed.isEmpty ? nil : "it lists \(listed.map(\.value).listed())",
          help: listed.isEmpty
            ? "add `schemas = [\"\(schema.value)\"]` to the datasource"
            : "add `\"\(schema.value)\"` to `schemas`, or write one of them"),
        at: schema.range)
    })
}
