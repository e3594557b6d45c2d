import SchemaModel
import SchemaParser

extension Rule {
  /// No field has the type of an enum.
  ///
  /// The client offers it all the same, and some databases hold a type for it. An enum that only the
  /// program uses can stay: `// prisma-lsp-ignore lint-unused-enum: …` says so.
  ///
  /// ```prisma
  /// enum Colour {
  ///      ~~~~~~ hint[lint-unused-enum]: no field is of type `Colour`
  ///   RED
  ///   GREEN
  /// }
  /// ```
  public static let lintUnusedEnum = Rule(
    id: "lint-unused-enum", severity: .hint, tags: [.unnecessary], evidence: .schema,
    check: .enumeration { context, findings in
      guard !context.schema.isMentioned(context.type.identifier.name) else { return }
      findings.report(
        Message("no field is of type `\(context.type.name)`", help: "remove it, or use it"),
        at: context.type.identifier.range)
    })
}
