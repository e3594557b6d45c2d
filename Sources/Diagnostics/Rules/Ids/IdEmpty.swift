import SchemaModel

extension Rule {
  /// An id has no fields.
  ///
  /// An id tells rows apart by the values of its fields.
  ///
  /// ```prisma
  /// model User {
  ///   email String @unique
  ///
  ///   @@id([])
  ///   ~~~~~~~~ error[id-empty]: the id of model `User` has no fields
  /// }
  /// ```
  public static let idEmpty = Rule(
    id: "id-empty", severity: .error,
    check: .primaryKey { context, key, findings in
      guard key.fields.isEmpty, !context.model.isView else { return }
      findings.report(
        Message(
          "the id of model `\(context.model.name)` has no fields",
          help: "name the fields in the brackets, or remove `@@id`"),
        at: key.range)
    })
}
