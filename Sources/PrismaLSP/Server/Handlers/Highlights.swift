import LanguageServerProtocol
import SchemaIDE

/// `textDocument/documentHighlight` and `textDocument/linkedEditingRange`.
extension Server {
  func documentHighlight(_ params: DocumentHighlightParams, _ id: RequestID) {
    answer(id, about: params.textDocument, in: .long) {
      query throws(ResponseError) -> JSONElements? in
      let search = query.meant.highlights(
        at: query.offset(of: params.position), inFile: query.file)
      guard let search else { return nil }
      return try query.schema.elements(inParts: search.parts) { blocks, writer in
        let found = query.meant.occurrences(search, in: blocks)
        for (range, occurrence) in zip(query.ranges(found.map(\.place.range)), found) {
          DocumentHighlight(range: range, kind: occurrence.isDeclaration ? .write : .read)
            .write(to: &writer)
        }
      }
    }
  }

  func linkedEditingRange(_ params: LinkedEditingRangeParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query -> LinkedEditingRanges? in
      let places = query.meant.linkedPlaces(
        at: query.offset(of: params.position), inFile: query.file)
      return places.map {
        LinkedEditingRanges(ranges: query.ranges($0), wordPattern: #"[^"\\\r\n]*"#)
      }
    }
  }
}
