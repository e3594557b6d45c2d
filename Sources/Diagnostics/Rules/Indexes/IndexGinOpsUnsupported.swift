import SchemaModel

extension Rule {
  /// A Gin index of CockroachDB has operator classes.
  ///
  /// CockroachDB picks the operator class by the type of the field.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "cockroachdb"
  /// }
  ///
  /// model Event {
  ///   id   Int  @id
  ///   data Json
  ///
  ///   @@index([data(ops: JsonbOps)], type: Gin)
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-gin-ops-unsupported]: `cockroachdb` takes no operator classes
  /// }
  /// ```
  public static let indexGinOpsUnsupported = Rule(
    id: "index-gin-ops-unsupported", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard index.method == .gin, context.connector == .cockroachdb, !context.model.isView,
        index.fields.contains(where: { $0.operatorClass != nil })
      else { return }
      findings.report(
        Message("`cockroachdb` takes no operator classes", help: "remove `ops`"), at: index.range)
    })
}
