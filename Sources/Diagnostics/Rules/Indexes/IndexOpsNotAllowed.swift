import SchemaModel

extension Rule {
  /// A unique or full-text index has operator classes.
  ///
  /// Only an `@@index` can choose how it compares values.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model User {
  ///   id   Int    @id
  ///   name String
  ///
  ///   @@unique([name(ops: raw("text_pattern_ops"))])
  ///   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[index-ops-not-allowed]: `@@unique` takes no operator classes
  /// }
  /// ```
  public static let indexOpsNotAllowed = Rule(
    id: "index-ops-not-allowed", severity: .error, evidence: .line,
    check: .index { context, index, findings in
      guard index.kind != .index, !context.model.isView,
        index.fields.contains(where: { $0.operatorClass != nil })
      else { return }
      findings.report(
        Message(
          "`\(index.attributeName)` takes no operator classes",
          help: "remove `ops`, or use `@@index`"),
        at: index.range)
    })
}
