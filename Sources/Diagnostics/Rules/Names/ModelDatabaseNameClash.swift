import SchemaModel

extension Rule {
  /// Two models or views stand for the same table.
  ///
  /// Each needs a table of its own, under the name of the model or the one given by `@@map`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id Int @id
  /// }
  ///
  /// model Person {
  ///   id Int @id(map: "person_pkey")
  ///
  ///   @@map("User")
  ///   ~~~~~~~~~~~~~ error[model-database-name-clash]: model `Person` uses the table `User`, as does model `User`
  /// }
  /// ```
  public static let modelDatabaseNameClash = Rule(
    id: "model-database-name-clash", severity: .error,
    check: .schema { context, findings in
      for clash in context.schema.databaseNameClashes {
        guard let later = context.schema.model(clash.later),
          let earlier = context.schema.model(clash.earlier)
        else { continue }
        let (marked, other) = later.map == nil ? (earlier, later) : (later, earlier)
        guard let map = marked.map else { continue }
        let schema = marked.schema.map { " of schema `\($0.value)`" } ?? ""
        findings.report(
          Message(
            """
            \(marked.keyword) `\(marked.name)` uses the table `\(map.value)`\(schema), \
            as does \(other.keyword) `\(other.name)`
            """,
            help: "give one of them another name with `@@map`"),
          at: .range(marked.id, map.range),
          related: [RelatedPlace(.declarationName(other.id), "`\(other.name)` is declared here")])
      }
    })
}
