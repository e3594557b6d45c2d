import LanguageServerProtocol
import SchemaIDE

/// `textDocument/documentHighlight` and `textDocument/linkedEditingRange`.
extension Server {
  func documentHighlight(_ params: DocumentHighlightParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query -> [DocumentHighlight]? in
      guard
        let occurrences = query.analysis.highlights(
          at: query.offset(of: params.position), inFile: query.file)
      else { return nil }
      let ranges = query.ranges(occurrences.map(\.place.range))
      return zip(ranges, occurrences).map { range, occurrence in
        DocumentHighlight(range: range, kind: occurrence.isDeclaration ? .write : .read)
      }
    }
  }

  func linkedEditingRange(_ params: LinkedEditingRangeParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query -> LinkedEditingRanges? in
      let places = query.analysis.linkedPlaces(
        at: query.offset(of: params.position), inFile: query.file)
      return places.map {
        LinkedEditingRanges(ranges: query.ranges($0), wordPattern: #"[^"\\\r\n]*"#)
      }
    }
  }
}
