import SchemaModel
import SchemaParser

extension Rule {
  /// The database has no `auto()`.
  ///
  /// MongoDB makes ids with `auto()`; other databases have `autoincrement()`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id Int @id @default(auto())
  ///                       ~~~~~~ error[default-auto-unsupported]: `postgresql` has no `auto()`
  /// }
  /// ```
  public static let defaultAutoUnsupported = Rule(
    id: "default-auto-unsupported", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .scalarField { context, field, findings in
      guard let value = field.defaultValue, value.function == "auto",
        !context.connector.supportsAutoFunction
      else { return }
      findings.report(
        Message(
          "\(context.connector.subject) has no `auto()`",
          note: "only `mongodb` has it",
          help: field.type == .scalar(.int) || field.type == .scalar(.bigInt)
            ? "use `autoincrement()`" : "use another function, such as `uuid()`"),
        at: value.value.range)
    })
}
