import SchemaModel

extension Rule {
  /// A field with `autoincrement()` is not the id.
  ///
  /// SQLite counts up the primary key alone.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlite"
  /// }
  ///
  /// model User {
  ///   id     Int @id
  ///   number Int @unique @default(autoincrement())
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[autoincrement-non-id]: field `number` has `autoincrement()` and is not the id
  /// }
  /// ```
  public static let autoincrementNonId = Rule(
    id: "autoincrement-non-id", severity: .error, looksAt: .defaultValue,
    check: .scalarField { context, field, findings in
      guard field.isAutoincremented, !context.connector.supportsAutoincrementOutsideIds,
        !context.model.isView
      else { return }
      if let key = context.model.primaryKey, key.fields.count == 1,
        key.fields[0].field == field.index
      {
        return
      }
      findings.report(
        Message(
          "field `\(field.name)` has `autoincrement()` and is not the id",
          note: "\(context.connector.subject) counts up ids of a single field alone",
          help: "make the field the id, or remove the default"),
        at: field.range)
    })
}
