import SchemaModel

extension Rule {
  /// An index or unique has no fields.
  ///
  /// An index finds rows by the values of its fields.
  ///
  /// ```prisma
  /// model User {
  ///   id Int @id
  ///
  ///   @@index([])
  ///   ~~~~~~~~~~~ error[index-empty]: this `@@index` has no fields
  /// }
  /// ```
  public static let indexEmpty = Rule(
    id: "index-empty", severity: .error,
    check: .index { context, index, findings in
      guard index.fields.isEmpty, !context.model.isView else { return }
      findings.report(
        Message(
          "this `\(index.attributeName)` has no fields",
          help: "name the fields in the brackets, or remove the attribute"),
        at: index.range)
    })
}
