import SchemaModel

extension Rule {
  /// A type of index can't hold a field.
  ///
  /// A type of index can hold those types that it has a way to compare.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id     Int     @id
  ///   active Boolean
  ///
  ///   @@index([active], type: Brin)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-type-unsupported-field]: an index of type `Brin` can't hold field `active` of type `Boolean`
  /// }
  /// ```
  public static let indexTypeUnsupportedField = Rule(
    id: "index-type-unsupported-field", severity: .error,
    check: .index { context, index, findings in
      guard let method = index.method else { return }
      func report(_ entry: IndexField, _ field: Field) {
        findings.report(
          Message(
            """
            an index of type `\(method.rawValue)` can't hold field `\(field.name)` of type \
            `\(field.typeDescription)`
            """,
            help: "use another type of index"),
          at: index.range,
          related: [RelatedPlace(.fieldName(context.model.id, entry.field), "the field is here")])
      }
      if context.connector == .cockroachdb, !context.model.isView {
        // Operator classes end the check there.
        if method == .gin, index.fields.contains(where: { $0.operatorClass != nil }) { return }
        for entry in index.fields {
          guard let field = context.model.field(of: entry, in: context.schema),
            !method.canHold(field)
          else { continue }
          report(entry, field)
        }
        return
      }
      context.forEachOperatorClassProblem(of: index) { entry, field, problem in
        if problem == .unsupportedField { report(entry, field) }
      }
    })
}
