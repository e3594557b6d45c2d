import Diagnostics
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// The examples of the rules, mended by each action that is offered for what they mark.
@Suite struct RuleFixTests {
  /// Rules with a fix that needs more than their example has.
  private static let needsMore: Set<String> = [
    "datasource-provider-unknown", "enum-empty", "shard-keys-preview-missing",
    "syntax-invalid-toplevel-line",
    "views-preview-missing",
  ]

  /// An example on the page of a rule.
  struct Example: Sendable, CustomTestStringConvertible {
    let rule: String
    let text: String

    var testDescription: String { rule }
  }

  static let examples: [Example] = RuleCatalog.all.flatMap { rule -> [Example] in
    var examples: [Example] = []
    var lines: [Substring]?
    for line in (RuleDocumentation.page(for: rule.id) ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```prisma") {
        lines = []
      } else if line == "```", let text = lines {
        let marked = MarkedText(text.joined(separator: "\n") + "\n")
        examples.append(Example(rule: rule.id, text: marked.text))
        lines = nil
      } else {
        lines?.append(line)
      }
    }
    return examples
  }

  @Test(arguments: examples)
  func `each action mends its diagnostic and breaks nothing`(example: Example) throws {
    let analyses = [PrismaVersion.seven, .six].map { Analysis.of([example.text], version: $0) }
    let analysis = try #require(
      analyses.first { analysis in
        analysis.diagnostics().contains { $0.diagnostics.contains { $0.id == example.rule } }
      } ?? (example.rule == "default-extension-type" ? analyses.first : nil))
    var mended: Set<String> = []
    for diagnostic in analysis.diagnostics().flatMap(\.diagnostics)
    where diagnostic.id == example.rule {
      let actions = analysis.codeActions(
        in: diagnostic.range, inFile: 0, only: ["quickfix"],
        mending: { $0.id == diagnostic.id && $0.range == diagnostic.range })
      for action in actions {
        mended.insert(diagnostic.id)
        checkEffect(of: action, on: analysis)
      }
      #expect(
        actions.count { $0.isPreferred } <= 1,
        "\(actions.map(\.title)) are preferred for \(diagnostic.id)")
    }
    let hasFix = CodeActionCatalog.fixesOfRule[example.rule] != nil
    if hasFix && !Self.needsMore.contains(example.rule) {
      #expect(mended.contains(example.rule), "nothing is offered")
    }
  }
}
