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
  package static let autoincrementMultiple = Rule(
    id: "autoincrement-multiple", severity: .error,
    check: .model { context, findings in
      guard !context.connector.supportsSeveralAutoincrements, !context.model.isView else { return }
      let model = context.model
      var count = 0
      for index in model.fields.indices where model.fields[index].isAutoincremented { count += 1 }
      guard count > 1 else { return }
      findings.report(
        Message(
          """
          model `\(model.name)` has \(count) fields with `autoincrement()`, and \
          \(context.connector.subject) allows one
          """,
          help: "keep the default on one of them"),
        at: model.range,
        related: model.fields.lazy.filter(\.isAutoincremented).prefix(5).map {
          RelatedPlace(.fieldName(model.id, $0.index), "`\($0.name)` is one of them")
        })
    })
}
