import SchemaModel

extension Rule {
  /// An id of SQL Server has a field of bytes.
  ///
  /// The client can't compare bytes as it has to for an id.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "sqlserver"
  /// }
  ///
  /// model Token {
  ///   value Bytes @id
  ///               ~~~ error[id-bytes]: field `value` of type `Bytes` can't be part of an id in `sqlserver`
  /// }
  /// ```
  public static let idBytes = Rule(
    id: "id-bytes", severity: .error,
    check: .primaryKey { context, key, findings in
      guard context.connector == .sqlserver, !context.model.isView,
        let field = key.firstUnfitField(of: context.model), !field.isHeapOfSQLServer
      else { return }
      findings.report(
        Message(
          "field `\(field.name)` of type `Bytes` can't be part of an id in `sqlserver`",
          help: "use another field as the id, and `@unique` for this one"),
        at: key.range,
        related: [RelatedPlace(.fieldName(context.model.id, field.index), "the field is here")])
    })
}
