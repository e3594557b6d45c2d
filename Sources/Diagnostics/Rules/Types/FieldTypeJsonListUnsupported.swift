import SchemaModel

extension Rule {
  /// The database has no lists of JSON values.
  ///
  /// A single JSON value can hold an array.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "cockroachdb"
  /// }
  ///
  /// model Event {
  ///   id   Int    @id
  ///   data Json[]
  ///   ~~~~~~~~~~~ error[field-type-json-list-unsupported]: field `data` can't be `Json[]`: `cockroachdb` has no lists of JSON values
  /// }
  /// ```
  public static let fieldTypeJsonListUnsupported = Rule(
    id: "field-type-json-list-unsupported", severity: .error, evidence: .line,
    check: .scalarField { context, field, findings in
      guard field.arity == .list, field.type.scalar == .json, !context.connector.supportsJsonLists
      else { return }
      findings.report(
        Message(
          """
          field `\(field.name)` can't be `Json[]`: \(context.connector.subject) has no lists of JSON \
          values
          """,
          help: "use `Json`, which can hold an array"),
        at: field.range)
    })
}
