import SchemaModel

extension Rule {
  /// A composite type has no fields.
  ///
  /// A document always holds something. Prisma tells of this once all else is right.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// type Address {
  /// ~~~~~~~~~~~~~~ error[composite-type-empty]: composite type `Address` has no fields
  /// }
  /// ```
  public static let compositeTypeEmpty = Rule(
    id: "composite-type-empty", severity: .error, onlyWithoutErrors: true,
    check: .compositeType { context, findings in
      guard context.type.fields.isEmpty, context.connector.supportsCompositeTypes else { return }
      findings.report(
        Message(
          "composite type `\(context.type.name)` has no fields", help: "add at least one field"),
        at: context.type.range)
    })
}
