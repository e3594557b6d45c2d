import SchemaModel
import SchemaParser

extension Rule {
  /// The default of a point in time is none.
  ///
  /// It is written as in RFC 3339, with a time zone: `2024-05-17T12:30:00Z`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id       Int      @id
  ///   joinedAt DateTime @default("2024-05-17")
  ///                              ~~~~~~~~~~~~ error[default-datetime-invalid]: the default of `joinedAt` is no point in time: there is no `T` behind the date
  /// }
  /// ```
  public static let defaultDatetimeInvalid = Rule(
    id: "default-datetime-invalid", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .valueField { _, field, findings in
      guard let value = field.defaultValue, field.type.scalar == .dateTime else { return }
      value.forEachLiteral(.string) { literal in
        guard let problem = literal.stringValue.flatMap(TimestampText.problem(in:)) else { return }
        findings.report(
          Message(
            "the default of `\(field.name)` is no point in time: \(problem)",
            help: "write it like `\"2024-05-17T12:30:00Z\"`"),
          at: literal.range)
      }
    })
}
