import Foundation
import SchemaModel
import SchemaParser
import Diagnostics
import TestSupport
import Testing

@testable import SchemaIDE

/// What is offered in real schemas breaks nothing there.
struct CorpusRefactoringTests {
  private static let rules: Set<String> = [
    "lint-redundant-index", "lint-required-cascade-cycle", "lint-default-unfit-for-native-type",
    "lint-string-id-without-length", "lint-datetime-without-time-zone", "lint-unnamed-many-to-many",
    "lint-type-name-style", "lint-field-name-style", "lint-unused-enum",
  ]

  /// The schemas of one file without errors, small enough to be changed often.
  private static let schemas: [(name: String, text: String)] = CorpusAvailability.schemas(
    under: "real"
  ).compactMap { url in
    let text = String(decoding: CorpusAvailability.bytes(of: url), as: UTF8.self)
    return text.utf8.count < (TestRun.isLong ? 200_000 : 12_000) ? (url.path(), text) : nil
  }

  @Test(.enabled(if: CorpusAvailability.isAvailable, Comment(rawValue: CorpusAvailability.reason)))
  func `each refactoring and each fix of a lint rule brings no error`() {
    var count = 0
    for schema in Self.schemas {
      let analysis = Analysis.of([schema.text], version: .six)
      let found = analysis.diagnostics().flatMap(\.diagnostics)
      if found.contains(where: { $0.severity == .error }) { continue }
      for action in actions(in: analysis) {
        count += 1
        let after = analysis.applying(action.edit()).diagnostics().flatMap(\.diagnostics)
        let errors = after.filter { $0.severity == .error }
        #expect(
          errors.isEmpty, "\(schema.name): \(action.title) brought \(errors.map(\.message.text))")
      }
      for diagnostic in found where Self.rules.contains(diagnostic.id) {
        let fixes = analysis.codeActions(in: diagnostic.range, inFile: 0, only: ["quickfix"]) {
          $0.id == diagnostic.id && $0.range == diagnostic.range
        }
        for fix in fixes { checkEffect(of: fix, on: analysis) }
      }
    }
    #expect(count > 100)
  }

  /// The refactorings at each declaration and at each field.
  private func actions(in analysis: Analysis) -> [CodeAction] {
    let tree = analysis.files[0].tree
    var actions: [CodeAction] = []
    for (block, start) in zip(tree.blocks, tree.starts) {
      for node in block.nodes where node.kind == .field || node.kind.isDeclaration {
        let place = start + node.start
        actions += analysis.codeActions(
          in: TextRange(place, place), inFile: 0, only: ["refactor"])
      }
    }
    return actions
  }
}
