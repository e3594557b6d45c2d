import SchemaModel

extension Rule {
  /// A model has nothing by which a row can be told from others.
  ///
  /// The client needs an `@id`, `@@id`, `@unique` or `@@unique` whose fields are all required and of a type
  /// that Prisma supports. A table without any can only be kept in the schema with `@@ignore`.
  ///
  /// ```prisma
  /// model User {
  /// ~~~~~~~~~~~~ error[model-no-unique-criterion]: model `User` has no id and no unique over required fields
  ///   email String? @unique
  ///   name  String
  /// }
  /// ```
  public static let modelNoUniqueCriterion = Rule(
    id: "model-no-unique-criterion", severity: .error, evidence: .keys,
    check: .model { context, findings in
      let model = context.model
      guard !model.isView, !model.isIgnored,
        !model.hasStrictUniqueCriterion(in: context.schema)
      else { return }
      let loose = model.uniqueCriteria.filter { !$0.isEmpty }.map { criterion in
        model.fieldNames(criterion).listed()
      }
      findings.report(
        Message(
          "model `\(model.name)` has no id and no unique over required fields",
          note: loose.isEmpty
            ? "without one, nothing tells a row from others"
            : """
            not every field is required and of a supported type in the unique over \
            \(loose.prefix(5).joined(separator: ", nor in that over "))
            """,
          help: """
            add `@id` or `@unique` to a required field, or `@@id([…])` over several; or keep the model \
            out of the client with `@@ignore`
            """),
        at: model.range)
    })
}
