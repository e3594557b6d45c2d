import Diagnostics
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// Checks that an action is offered at `<|>`, that it changes the files to `expected`, and what holds
/// for all fixes: what it mends is gone, and there is no new error.
///
/// - Parameters:
///   - title: of the action.
///   - texts: the files of the schema, one of them with the cursor.
///   - expected: the files afterwards, those that are created behind the others.
func checkFix(
  _ title: String, in texts: [String], gives expected: [String], version: PrismaVersion = .seven,
  isPreferred: Bool? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  let marked = texts.map { MarkedText($0) }
  guard let file = marked.firstIndex(where: { $0.cursor != nil }),
    let cursor = marked[file].cursor
  else {
    Issue.record("no cursor", sourceLocation: sourceLocation)
    return
  }
  let analysis = Analysis.of(marked.map(\.text), version: version)
  let actions = analysis.codeActions(in: TextRange(cursor, cursor), inFile: file)
  guard let action = actions.first(where: { $0.title == title }) else {
    Issue.record("offered are \(actions.map(\.title))", sourceLocation: sourceLocation)
    return
  }
  if let isPreferred {
    #expect(action.isPreferred == isPreferred, sourceLocation: sourceLocation)
  }
  #expect(analysis.texts(after: action.edit()) == expected, sourceLocation: sourceLocation)
  checkEffect(of: action, on: analysis, sourceLocation: sourceLocation)
}

/// The same for a schema of one file.
func checkFix(
  _ title: String, in text: String, gives expected: String, version: PrismaVersion = .seven,
  isPreferred: Bool? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
  checkFix(
    title, in: [text], gives: [expected], version: version, isPreferred: isPreferred,
    sourceLocation: sourceLocation)
}

/// The titles of the actions that are offered at `<|>`.
func actionTitles(in marked: String, version: PrismaVersion = .seven) -> [String] {
  let text = MarkedText(marked)
  let cursor = text.cursor ?? 0
  return Analysis.of([text.text], version: version)
    .codeActions(in: TextRange(cursor, cursor), inFile: 0).map(\.title)
}

/// Checks that what an action mends is gone afterwards, and that there is no error that was not there
/// before, but for those that the user has to answer.
func checkEffect(
  of action: CodeAction, on analysis: Analysis, sourceLocation: SourceLocation = #_sourceLocation
) {
  let before = findings(of: analysis)
  let after = findings(of: analysis.applying(action.edit()))
  for diagnostic in action.diagnostics {
    let found = Found(diagnostic)
    #expect(
      after[found, default: 0] < before[found, default: 0], "\(action.title) left \(found)",
      sourceLocation: sourceLocation)
  }
  let rules = Set(action.diagnostics.map(\.id))
  let open = CodeActionCatalog.quickFixes.filter { !rules.isDisjoint(with: $0.rules) }
    .reduce(into: Set<String>()) { $0.formUnion($1.leavesOpen) }
  for (found, count) in after where found.isError && !open.contains(found.id) {
    #expect(
      count <= before[found, default: 0], "\(action.title) brought \(found)",
      sourceLocation: sourceLocation)
  }
}

/// A finding without its place.
private struct Found: Hashable {
  let id: String
  let message: String
  let isError: Bool

  init(_ diagnostic: Diagnostic) {
    id = diagnostic.id
    message = diagnostic.message.text
    isError = diagnostic.severity == .error
  }
}

/// How often each finding occurs.
private func findings(of analysis: Analysis) -> [Found: Int] {
  analysis.diagnostics().flatMap(\.diagnostics).reduce(into: [:]) { counts, diagnostic in
    counts[Found(diagnostic), default: 0] += 1
  }
}
