import SchemaModel
import SchemaParser

extension Rule {
  /// A model has `@@ignore`, so the client leaves it out.
  ///
  /// The editor fades it. There is nothing to do: the model still describes its table.
  ///
  /// ```prisma
  /// model Log {
  /// ~~~~~~~~~~~ hint[lint-ignored-model]: model `Log` is left out of the client
  ///   id Int @id
  ///
  ///   @@ignore
  /// }
  /// ```
  public static let lintIgnoredModel = Rule(
    id: "lint-ignored-model", severity: .hint, tags: [.unnecessary], evidence: .text,
    check: .model { context, findings in
      guard context.model.isIgnored else { return }
      findings.report(
        Message(
          "\(context.model.keyword) `\(context.model.name)` is left out of the client",
          note: "it has `@@ignore`"),
        at: context.model.range)
    })
}
