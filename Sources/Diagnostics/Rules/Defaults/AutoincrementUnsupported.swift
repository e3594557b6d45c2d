import SchemaModel
import SchemaParser

extension Rule {
  /// The database has no `autoincrement()`.
  ///
  /// MongoDB makes ids with `auto()`, on fields of the native type `ObjectId`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id Int @id @default(autoincrement()) @map("_id")
  ///              ~~~~~~~~~~~~~~~~~~~~~~~~~ error[autoincrement-unsupported]: `mongodb` has no `autoincrement()`
  /// }
  /// ```
  public static let autoincrementUnsupported = Rule(
    id: "autoincrement-unsupported", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .scalarField { context, field, findings in
      guard let value = field.defaultValue, value.function == "autoincrement",
        !context.connector.supportsAutoincrement, !context.model.isView
      else { return }
      findings.report(
        Message(
          "\(context.connector.subject) has no `autoincrement()`",
          help: "make the field `String @default(auto())` with the native type `ObjectId`"),
        at: value.range)
    })
}
