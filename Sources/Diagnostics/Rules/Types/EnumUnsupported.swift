import SchemaModel

extension Rule {
  /// The database has no enums.
  ///
  /// SQL Server has no enum types, and Prisma makes none up.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// enum Role {
  /// ~~~~~~~~~~~ error[enum-unsupported]: `sqlserver` has no enums
  ///   USER
  /// }
  /// ```
  public static let enumUnsupported = Rule(
    id: "enum-unsupported", severity: .error,
    check: .enumeration { context, findings in
      guard !context.connector.supportsEnums else { return }
      findings.report(
        Message(
          "\(context.connector.subject) has no enums",
          help: "use `String` fields, or a model with a row for each value"),
        at: context.type.range)
    })
}
