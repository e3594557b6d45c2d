import SchemaModel

extension Rule {
  /// The database has no lists in a column.
  ///
  /// PostgreSQL, CockroachDB and MongoDB can hold lists. Elsewhere a column holds one value.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "mysql"
  /// }
  ///
  /// model Post {
  ///   id   Int      @id
  ///   tags String[]
  ///   ~~~~~~~~~~~~~ error[field-list-unsupported]: field `tags` can't be a list: `mysql` has no lists of scalars
  /// }
  /// ```
  public static let fieldListUnsupported = Rule(
    id: "field-list-unsupported", severity: .error, evidence: .line,
    check: .scalarField { context, field, findings in
      guard field.arity == .list, !context.connector.supportsScalarLists else { return }
      findings.report(
        Message(
          context.connector == .none
            ? "field `\(field.name)` can't be a list without a datasource"
            : "field `\(field.name)` can't be a list: \(context.connector.subject) has no lists of scalars",
          help: context.connector == .none
            ? "add a datasource" : "use a model of its own with a relation, or a `Json` field"),
        at: field.range,
        related: field.type.declaration.map {
          [RelatedPlace(.declarationName($0), "`\(field.typeName)` is declared here")]
        } ?? [])
    })
}
