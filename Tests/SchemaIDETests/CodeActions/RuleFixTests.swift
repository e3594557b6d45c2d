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
    "syntax-invalid-toplevel-line", "syntax-unknown-block",
    "views-preview-missing",
  ]

  /// Rules about what is empty, there twice, or follows from something else, or is written in fewer words.
  /// Only that may a preferred fix take away: editors make those without asking.
  private static let saysNothing: Set<String> = [
    "argument-duplicate", "attribute-duplicate", "datasource-schemas-duplicate",
    "datasource-schemas-empty", "datasource-shadow-equals-direct", "datasource-shadow-equals-url",
    "default-auto-takes-no-arguments", "default-dbgenerated-empty", "default-decimal-invalid",
    "default-function-takes-no-arguments", "default-nanoid-length", "duplicate-enum-value",
    "mongo-field-name-dollar", "one-to-one-actions-both-sides", "unsupported-type-is-supported",
    "default-map-empty", "id-duplicate-field", "id-map-empty", "id-name-empty",
    "ignore-on-unsupported",
    "ignore-redundant", "index-duplicate-field", "index-empty", "index-map-empty",
    "index-name-empty",
    "mongo-index-duplicate", "mongo-unique-on-id", "one-to-one-references-both-sides",
    "preview-feature-stabilized", "relation-map-empty", "relation-name-empty",
    "shard-key-duplicate-field", "shard-key-empty", "where-empty-object", "where-raw-empty",
  ]

  /// Names, numbers, strings and attributes, but not those in comments.
  private func words(of text: String) -> [Substring] {
    text.split(separator: "\n").flatMap { line in
      (line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line)
        .split { !($0.isLetter || $0.isNumber || "_@.\"".contains($0)) }
        .filter { $0 != "@relation" }
    }
  }

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
        if action.isPreferred, !Self.saysNothing.contains(diagnostic.id) {
          let after = analysis.texts(after: action.edit()).joined()
          #expect(
            words(of: after).count >= words(of: example.text).count,
            "\(action.title) takes away what somebody wrote")
        }
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
