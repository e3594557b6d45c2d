import LanguageServerProtocol
import SchemaParser

/// Configuration files that name a schema where there is none: they are told so, and the schema is looked
/// for as if they named none.
extension Server {
  /// Pushes what has changed. Clients that pull are pushed to as well, since they ask for schemas only.
  func publish(lost: [FileID: LanguageServerProtocol.Diagnostic]) {
    guard phase == .running else { return }
    let now = lost.filter { settings(for: $0.key).showsDiagnostics }
    for file in Set(publishedLost.keys).union(now.keys).sorted()
    where publishedLost[file] != now[file] {
      notify(
        PublishDiagnosticsParams(
          uri: uri(of: file), version: nil, diagnostics: now[file].map { [$0] } ?? []))
    }
    publishedLost = now
  }
}

extension ProjectScanner.LostSchema {
  /// What the file is told, nil when it is gone.
  func diagnostic(_ conversions: Conversions) -> LanguageServerProtocol.Diagnostic? {
    guard let literal = SchemaPathLiteral(in: file) else { return nil }
    // The tree of any text knows its lines.
    let tree = SyntaxTree.parsed(literal.text, dialect: .prisma7)
    let shown = FilePath.relative(place, to: FilePath.folder(of: file)) ?? place
    return LanguageServerProtocol.Diagnostic(
      range: conversions.ranges(of: [literal.range], in: tree)[0], severity: .error,
      source: DiagnosticPresentation.source,
      message: """
        there is no schema at `\(shown)`
        note: open schemas are checked as if this were not set
        """)
  }
}
