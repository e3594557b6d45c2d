import SchemaModel

extension Rule {
  /// The database has no type for JSON.
  ///
  /// SQL Server keeps JSON as text.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model Event {
  ///   id   Int  @id
  ///   data Json
  ///   ~~~~~~~~~ error[field-type-json-unsupported]: field `data` can't be `Json`: `sqlserver` has no such type
  /// }
  /// ```
  public static let fieldTypeJsonUnsupported = Rule(
    id: "field-type-json-unsupported", severity: .error, evidence: .line,
    check: .scalarField { context, field, findings in
      guard field.type.scalar == .json, !context.connector.supports(.json) else { return }
      findings.report(
        Message(
          "field `\(field.name)` can't be `Json`: \(context.connector.subject) has no such type",
          help: "use `String`, and turn the text into JSON in your program"),
        at: field.range)
    })
}
