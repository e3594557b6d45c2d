import SchemaModel

extension Rule {
  /// The operator class for lists stands on a field that is none.
  ///
  /// `ArrayOps` looks for the elements of a list.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Post {
  ///   id  Int    @id
  ///   tag String
  ///
  ///   @@index([tag(ops: ArrayOps)], type: Gin)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-array-expected]: operator class `ArrayOps` is for lists, and field `tag` has the type `String`
  /// }
  /// ```
  public static let indexOpsArrayExpected = Rule(
    id: "index-ops-array-expected", severity: .error,
    check: .index { context, index, findings in
      context.forEachOperatorClassProblem(of: index) { entry, field, problem in
        guard problem == .arrayExpected else { return }
        findings.report(
          Message(
            """
            operator class `ArrayOps` is for lists, and field `\(field.name)` has the type \
            `\(field.typeDescription)`
            """,
            help: "make the field a list, or remove `ops`"),
          at: index.range,
          related: [RelatedPlace(.fieldName(context.model.id, entry.field), "the field is here")])
      }
    })
}
