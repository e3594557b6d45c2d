import Diagnostics
import SchemaModel
import SchemaParser
import Testing

/// Checks that a schema reports exactly what is marked in it, as in
/// `~~~~ error[duplicate-field]: field …`.
///
/// Of a finding over several lines the part on its first line is marked. Notes, helps and related
/// places are not compared. Findings of a lint rule count only where one of that rule is marked, or
/// the rule is named, so that schemas for other tests need not be exemplary.
package func check(
  _ marked: String, version: PrismaVersion = .seven, lint: Set<String> = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = MarkedText(marked)
  var analyzer = SchemaAnalyzer()
  let tree = SyntaxTree.parsed(
    Array(text.text.utf8), dialect: version == .seven ? .prisma7 : .prisma6)
  analyzer.update(files: [SourceFile(path: "schema.prisma", tree: tree)], version: version)
  let found = analyzer.diagnostics().flatMap(\.diagnostics).filter { diagnostic in
    !diagnostic.rule.isLint || lint.contains(diagnostic.id)
      || text.marks.contains { $0.label.contains("[\(diagnostic.id)]") }
  }.map { diagnostic in
    MarkedText.Mark(
      range: diagnostic.range,
      label: "\(diagnostic.severity.rawValue)[\(diagnostic.id)]: \(diagnostic.message.text)")
  }
  let actual = MarkedText.drawing(found, under: text.text)
  let expected = MarkedText.drawing(text.marks, under: text.text)
  #expect(actual == expected, sourceLocation: sourceLocation)
}
