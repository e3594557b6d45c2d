import SchemaModel
import SchemaParser

extension Rule {
  /// A field has `@ignore`, so the client leaves it out.
  ///
  /// The editor fades it. There is nothing to do: the field still describes its column.
  ///
  /// ```prisma
  /// model User {
  ///   id     Int     @id
  ///   legacy String? @ignore
  ///   ~~~~~~~~~~~~~~~~~~~~~~ hint[lint-ignored-field]: field `legacy` is left out of the client
  /// }
  /// ```
  public static let lintIgnoredField = Rule(
    id: "lint-ignored-field", severity: .hint, tags: [.unnecessary], evidence: .text,
    check: .model { context, findings in
      guard !context.model.isIgnored else { return }
      let fields = context.model.fields
      for index in fields.indices where fields[index].isIgnored {
        findings.report(
          Message(
            "field `\(fields[index].name)` is left out of the client",
            note: "it has `@ignore`"),
          at: context.model.block.line(fields[index].range))
      }
    })
}

extension SyntaxBlock {
  /// `range` without the line end and the blanks at its end.
  fileprivate func line(_ range: TextRange) -> TextRange {
    var end = min(range.end, bytes.count)
    while end > range.start, bytes[end - 1] <= 0x20 { end -= 1 }
    return TextRange(range.start, end)
  }
}
