import SchemaModel

extension Rule {
  /// A field with `auto()` is not the id.
  ///
  /// MongoDB makes values for `_id` alone.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mongodb"
  /// }
  ///
  /// model User {
  ///   id    String @id @map("_id")
  ///   token String @default(auto()) @db.ObjectId
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[mongo-auto-needs-id]: field `token` has `auto()` and is not the id
  /// }
  /// ```
  public static let mongoAutoNeedsId = Rule(
    id: "mongo-auto-needs-id", severity: .error, looksAt: .defaultValue,
    check: .scalarField { context, field, findings in
      guard context.connector == .mongodb, let value = field.defaultValue, value.function == "auto",
        !context.model.isView
      else { return }
      if context.model.primaryKey?.fields.contains(where: { $0.field == field.index }) == true {
        return
      }
      findings.report(
        Message(
          "field `\(field.name)` has `auto()` and is not the id",
          note: "the database makes values for `_id` alone",
          help: "remove the default, or mark the field with `@id`"),
        at: field.range)
    })
}
