import LanguageServerProtocol
import SchemaIDE

/// `textDocument/documentHighlight` and `textDocument/linkedEditingRange`.
extension Server {
  func documentHighlight(_ params: DocumentHighlightParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query -> HighlightList? in
      let search = query.analysis.highlights(
        at: query.offset(of: params.position), inFile: query.file)
      return search.map { HighlightList(search: $0, query: query) }
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

/// The places that a search finds in one document.
private struct HighlightList: JSONWritable {
  let search: OccurrenceSearch
  let query: DocumentQuery

  func write(to writer: inout JSONWriter) {
    writer.openArray()
    writer.elements(inParts: search.parts) { blocks, writer in
      let found = query.analysis.occurrences(search, in: blocks)
      for (range, occurrence) in zip(query.ranges(found.map(\.place.range)), found) {
        DocumentHighlight(range: range, kind: occurrence.isDeclaration ? .write : .read)
          .write(to: &writer)
      }
    }
    writer.closeArray()
  }
}
