import LanguageServerProtocol
import SchemaIDE

/// `textDocument/selectionRange`.
extension Server {
  func selectionRange(_ params: SelectionRangeParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query in
      params.positions.map { position in
        let found = query.analysis.selectionRanges(
          at: query.offset(of: position), inFile: query.file)
        return SelectionRange(ranges: query.ranges(found))
      }
    }
  }
}
