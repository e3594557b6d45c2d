import SchemaModel

extension Rule {
  /// A table has several fields with `autoincrement()`.
  ///
  /// The database keeps one counter for each table.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model User {
  /// ~~~~~~~~~~~~ error[autoincrement-multiple]: model `User` has 2 fields with `autoincrement()`, and `mysql` allows one
  ///   id     Int @id @default(autoincrement())
  ///   number Int @unique @default(autoincrement())
  /// }
  /// ```
  public static let autoincrementMultiple = Rule(
    id: "autoincrement-multiple", severity: .error, looksAt: .defaultValue,
    check: .scalarField { context, field, findings in
      guard field.isAutoincremented, !context.connector.supportsSeveralAutoincrements,
        !context.model.isView
      else { return }
      // The first field of them reports.
      let model = context.model
      guard model.fields.first(where: \.isAutoincremented)?.index == field.index else { return }
      let others = model.fields.filter(\.isAutoincremented)
      guard others.count > 1 else { return }
      findings.report(
        Message(
          """
          model `\(model.name)` has \(others.count) fields with `autoincrement()`, and \
          \(context.connector.subject) allows one
          """,
          help: "keep the default on one of them"),
        at: model.range,
        related: others.prefix(5).map {
          RelatedPlace(.fieldName(model.id, $0.index), "`\($0.name)` is one of them")
        })
    })
}
