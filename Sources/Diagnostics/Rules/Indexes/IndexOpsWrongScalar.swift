import SchemaModel

extension Rule {
  /// An operator class is for fields of another type.
  ///
  /// Each operator class compares values of certain types.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Event {
  ///   id   Int    @id
  ///   data String
  ///
  ///   @@index([data(ops: JsonbPathOps)], type: Gin)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-wrong-scalar]: operator class `JsonbPathOps` is for `Json`, and field `data` has the type `String`
  /// }
  /// ```
  public static let indexOpsWrongScalar = Rule(
    id: "index-ops-wrong-scalar", severity: .error,
    check: .index { context, index, findings in
      context.forEachOperatorClassProblem(of: index) { entry, field, problem in
        guard case .wrongScalar(let expected) = problem, case .named(let name) = entry.operatorClass
        else { return }
        findings.report(
          Message(
            """
            operator class `\(name)` is for `\(expected.name)`, and field `\(field.name)` has the type \
            `\(field.typeDescription)`
            """,
            help: "use another class, or remove `ops`"),
          at: index.range,
          related: [RelatedPlace(.fieldName(context.model.id, entry.field), "the field is here")])
      }
    })
}
