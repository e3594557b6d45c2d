import LanguageServerProtocol
import SchemaIDE

/// `textDocument/foldingRange`.
extension Server {
  func foldingRange(_ params: FoldingRangeParams, _ id: RequestID) {
    answer(id, about: params.textDocument, in: .long) { $0.foldingRanges }
  }
}

extension DocumentQuery {
  fileprivate var foldingRanges: [LanguageServerProtocol.FoldingRange] {
    let found = analysis.foldingRanges(
      ofFile: file, limit: schema.client.foldingRangeLimit ?? .max)
    if schema.client.foldsLinesOnly {
      return found.compactMap { range in
        // The line of the closing bracket stays to be seen.
        let endLine = range.endsInBracket ? range.endLine - 1 : range.endLine
        guard endLine > range.startLine else { return nil }
        return LanguageServerProtocol.FoldingRange(
          startLine: range.startLine, endLine: endLine, kind: range.kind.name)
      }
    }
    return zip(found, ranges(found.map(\.range))).map { range, place in
      LanguageServerProtocol.FoldingRange(
        startLine: place.start.line, startCharacter: place.start.character,
        endLine: place.end.line, endCharacter: place.end.character, kind: range.kind.name)
    }
  }
}

extension SchemaIDE.FoldingRange.Kind {
  /// LSP's name.
  fileprivate var name: String? {
    switch self {
    case .code: nil
    case .comment: "comment"
    case .region: "region"
    }
  }
}
