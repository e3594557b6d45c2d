import Diagnostics
import SchemaParser
import TestSupport
import Testing

@Suite struct RuleExampleTests {
  @Test(arguments: RuleSource.all) func reportsWhatItMarks(source: RuleSource) {
    for example in source.examples {
      let marked = MarkedText(example.lines.joined(separator: "\n"))
      let tree = SyntaxTree.parsed(
        Array(marked.text.utf8), dialect: example.version == nil ? .prisma7 : .prisma6)
      var found: [MarkedText.Mark] = []
      for (block, start) in zip(tree.blocks, tree.starts) {
        for error in block.errors {
          let rule = RuleCatalog.rule(for: error.kind)
          guard case .syntax(_, let message) = rule.check else { continue }
          found.append(
            MarkedText.Mark(
              range: error.range.shifted(by: start),
              label: "\(rule.severity.rawValue)[\(rule.id)]: \(message(error, block).text)"))
        }
      }
      let ids = Set(SyntaxError.Kind.allCases.map { RuleCatalog.rule(for: $0).id })
      let expected = marked.marks.filter { m in ids.contains { m.label.contains("[\($0)]") } }
      #expect(
        MarkedText.drawing(found, under: marked.text)
          == MarkedText.drawing(expected, under: marked.text))
    }
  }
}
