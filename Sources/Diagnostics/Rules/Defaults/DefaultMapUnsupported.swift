import SchemaModel
import SchemaParser

extension Rule {
  /// The database does not name defaults.
  ///
  /// Only in SQL Server is a default a constraint with a name.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String @default("", map: "empty")
  ///               ~~~~~~~~~~~~~~~~~~~~~~~~~~ error[default-map-unsupported]: `postgresql` has no names for defaults
  /// }
  /// ```
  public static let defaultMapUnsupported = Rule(
    id: "default-map-unsupported", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .scalarField { context, field, findings in
      guard let value = field.defaultValue, value.map != nil,
        !context.connector.supportsNamedDefaults
      else { return }
      findings.report(
        Message("\(context.connector.subject) has no names for defaults", help: "remove `map`"),
        at: value.range)
    })
}
