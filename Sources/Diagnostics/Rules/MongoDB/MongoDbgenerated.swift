import SchemaModel

extension Rule {
  /// A field of MongoDB has `dbgenerated()`.
  ///
  /// MongoDB has no expressions for defaults. It makes ids with `auto()`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id String @id @default(dbgenerated()) @map("_id")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[mongo-dbgenerated]: `mongodb` has no `dbgenerated()`
  /// }
  /// ```
  public static let mongoDbgenerated = Rule(
    id: "mongo-dbgenerated", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .scalarField { context, field, findings in
      guard context.connector == .mongodb, let value = field.defaultValue,
        value.function == "dbgenerated", !context.model.isView
      else { return }
      findings.report(
        Message("`mongodb` has no `dbgenerated()`", help: "use `auto()`"), at: field.range)
    })
}
