import SchemaModel

extension Rule {
  /// The database has no type for decimal numbers.
  ///
  /// MongoDB's decimal numbers are not among the types that Prisma knows.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model Product {
  ///   id    String  @id @map("_id")
  ///   price Decimal
  ///   ~~~~~~~~~~~~~ error[field-type-decimal-unsupported]: field `price` can't be `Decimal`: `mongodb` has no such type
  /// }
  /// ```
  public static let fieldTypeDecimalUnsupported = Rule(
    id: "field-type-decimal-unsupported", severity: .error, evidence: .line,
    check: .scalarField { context, field, findings in
      guard field.type.scalar == .decimal, !context.connector.supports(.decimal) else { return }
      findings.report(
        Message(
          context.connector == .none
            ? "field `\(field.name)` can't be `Decimal` without a datasource"
            : "field `\(field.name)` can't be `Decimal`: \(context.connector.subject) has no such type",
          help: context.connector == .none
            ? "add a datasource" : "use `Float`, or an `Int` of the smallest unit"),
        at: field.range)
    })
}
