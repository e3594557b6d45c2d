import SchemaModel

extension Rule {
  /// A JSON field is not the last of a Gin index.
  ///
  /// In CockroachDB only the last column of such an index is looked into.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "cockroachdb"
  /// }
  ///
  /// model Event {
  ///   id   Int      @id
  ///   data Json
  ///   tags String[]
  ///
  ///   @@index([data, tags], type: Gin)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-gin-json-not-last]: field `data` must be the last in an index of type `Gin`
  /// }
  /// ```
  public static let indexGinJsonNotLast = Rule(
    id: "index-gin-json-not-last", severity: .error,
    check: .index { context, index, findings in
      guard index.method == .gin, context.connector == .cockroachdb, !context.model.isView,
        !index.fields.contains(where: { $0.operatorClass != nil })
      else { return }
      for entry in index.fields.dropLast() {
        guard let field = context.model.field(of: entry, in: context.schema),
          field.type.scalar == .json
        else { continue }
        findings.report(
          Message(
            "field `\(field.name)` must be the last in an index of type `Gin`",
            note: "its type is `\(field.typeDescription)`", help: "move it to the end of the list"),
          at: index.range)
      }
    })
}
