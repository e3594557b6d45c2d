import SchemaModel
import SchemaParser

extension Rule {
  /// A field with `auto()` is no `ObjectId`.
  ///
  /// What MongoDB makes by itself is an `ObjectId`.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id String @id @default(auto()) @map("_id")
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[mongo-auto-needs-objectid]: field `id` has `auto()` and is no `ObjectId`
  /// }
  /// ```
  public static let mongoAutoNeedsObjectid = Rule(
    id: "mongo-auto-needs-objectid", severity: .error, looksAt: .defaultValue, evidence: .line,
    check: .scalarField { context, field, findings in
      guard context.connector == .mongodb, let value = field.defaultValue, value.function == "auto",
        field.nativeType?.name != "ObjectId", !context.model.isView
      else { return }
      let prefix = context.configuration.datasource?.identifier.text ?? "db"
      findings.report(
        Message(
          "field `\(field.name)` has `auto()` and is no `ObjectId`",
          help: field.type.scalar == .string || field.type.scalar == .bytes
            ? "add `@\(prefix).ObjectId`" : "make it a `String` with `@\(prefix).ObjectId`"),
        at: field.range)
    })
}
