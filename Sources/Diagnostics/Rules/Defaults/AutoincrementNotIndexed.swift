import SchemaModel

extension Rule {
  /// A field with `autoincrement()` has no index.
  ///
  /// MySQL finds the next number by an index that begins with the field.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  ///   id     String @id
  ///   number Int    @default(autoincrement())
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[autoincrement-not-indexed]: field `number` has `autoincrement()`, and no index begins with it
  /// }
  /// ```
  public static let autoincrementNotIndexed = Rule(
    id: "autoincrement-not-indexed", severity: .error, looksAt: .defaultValue,
    check: .scalarField { context, field, findings in
      guard field.isAutoincremented, !context.connector.supportsAutoincrementWithoutIndex,
        !context.model.isView
      else { return }
      let model = context.model
      if model.primaryKey?.fields.first?.field == field.index { return }
      if model.indexes.contains(where: { $0.fields.first?.field == field.index }) { return }
      findings.report(
        Message(
          "field `\(field.name)` has `autoincrement()`, and no index begins with it",
          help: "add `@unique`, or name the field first in an `@@index`"),
        at: field.range)
    })
}
