import Diagnostics
import SchemaModel
import TestSupport
import Testing

@Suite struct RuleExampleTests {
  /// Rules whose findings need something that no schema on its own has.
  private static let unreachable: Set<String> = ["default-extension-type"]

  @Test(arguments: RuleSource.all) func reportsWhatItMarks(source: RuleSource) {
    for example in source.examples {
      check(
        example.lines.joined(separator: "\n"), version: example.version == "v6" ? .six : .seven)
    }
  }

  @Test(arguments: RuleSource.all) func marksItsOwnFinding(source: RuleSource) {
    let mark = "\(RuleCatalog.rule(id: source.id)?.severity.rawValue ?? "")[\(source.id)]: "
    let marks = source.examples.flatMap { example in
      MarkedText(example.lines.joined(separator: "\n")).marks
    }
    #expect(
      marks.contains { $0.label.hasPrefix(mark) } != Self.unreachable.contains(source.id))
  }

  @Test(arguments: RuleSource.all) func knowsTheVersion(source: RuleSource) {
    for example in source.examples { #expect([nil, "v6"].contains(example.version)) }
  }
}
