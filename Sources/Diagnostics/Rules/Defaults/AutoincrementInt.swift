import SchemaModel
import SchemaParser

extension Rule {
  /// An `Int` of CockroachDB has `autoincrement()`.
  ///
  /// The numbers that CockroachDB makes for `autoincrement()` fill 64 bits.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "cockroachdb"
  /// }
  ///
  /// model User {
  ///   id Int @id @default(autoincrement())
  ///              ~~~~~~~~~~~~~~~~~~~~~~~~~ error[autoincrement-int]: `autoincrement()` makes numbers too large for `Int` in `cockroachdb`
  /// }
  /// ```
  public static let autoincrementInt = Rule(
    id: "autoincrement-int", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .scalarField { context, field, findings in
      guard context.connector == .cockroachdb, field.type == .scalar(.int), field.isAutoincremented,
        !context.model.isView, let value = field.defaultValue
      else { return }
      findings.report(
        Message(
          "`autoincrement()` makes numbers too large for `Int` in `cockroachdb`",
          help: "make the field a `BigInt`, or use `sequence()`"),
        at: value.range)
    })
}
