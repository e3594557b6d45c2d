import SchemaModel

extension Rule {
  /// Two enums have the same name in the database.
  ///
  /// In one schema of a database each type has a name of its own.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// enum Role {
  ///   USER
  /// }
  ///
  /// enum Rank {
  /// ~~~~~~~~~~~ error[enum-database-name-clash]: enum `Rank` is called `Role` in the database, as is enum `Role`
  ///   FIRST
  ///
  ///   @@map("Role")
  /// }
  /// ```
  public static let enumDatabaseNameClash = Rule(
    id: "enum-database-name-clash", severity: .error,
    check: .schema { context, findings in
      guard context.connector.supportsEnums else { return }
      for clash in context.schema.enumDatabaseNameClashes {
        guard let later = context.schema.enumeration(clash.later),
          let earlier = context.schema.enumeration(clash.earlier)
        else { continue }
        let schema = later.schema.map { " schema `\($0.value)` of" } ?? ""
        findings.report(
          Message(
            """
            enum `\(later.name)` is called `\(later.databaseName)` in\(schema) the database, \
            as is enum `\(earlier.name)`
            """,
            help: "give one of them another name with `@@map`"),
          at: .declaration(later.id),
          related: [
            RelatedPlace(.declarationName(earlier.id), "`\(earlier.name)` is declared here")
          ])
      }
    })
}
