import SchemaModel
import SchemaParser

extension Rule {
  /// A `DateTime` has no time zone, in a schema whose points in time have one.
  ///
  /// On PostgreSQL and CockroachDB a `DateTime` without native type becomes `timestamp(3)`. Prisma keeps UTC in it, but
  /// other programs, `now()` and comparisons in SQL take it for local time. That matters most where
  /// both kinds stand beside each other, so the rule tells of the exceptions: it is silent unless at
  /// least half of the schema's points in time are `Timestamptz`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Post {
  ///   id        Int      @id
  ///   createdAt DateTime @db.Timestamptz(3)
  ///   updatedAt DateTime @updatedAt
  ///             ~~~~~~~~ hint[lint-datetime-without-time-zone]: `updatedAt` has no time zone, unlike other fields of the schema
  /// }
  /// ```
  public static let lintDatetimeWithoutTimeZone = Rule(
    id: "lint-datetime-without-time-zone", severity: .hint, evidence: .line,
    check: .scalarField { context, field, findings in
      guard context.base.conventions.hasTimeZones, field.isWithoutTimeZone,
        context.connector.isOne(of: .postgresql, .cockroachdb),
        !field.isIgnored, !context.model.isIgnored
      else { return }
      let prefix = context.configuration.datasource?.identifier.text ?? "db"
      findings.report(
        Message(
          "`\(field.name)` has no time zone, unlike other fields of the schema",
          note: "its column is a `timestamp`, which SQL takes for local time",
          help: "write `@\(prefix).Timestamptz(3)`"),
        at: field.nativeType?.range ?? field.typeRange)
    })
}
