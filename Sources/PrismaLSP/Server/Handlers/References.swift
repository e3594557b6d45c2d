import LanguageServerProtocol
import SchemaIDE

/// `textDocument/references`.
extension Server {
  func references(_ params: ReferenceParams, _ id: RequestID) {
    answer(id, about: params.textDocument, in: .long) {
      query throws(ResponseError) -> JSONElements? in
      let search = query.meant.references(
        at: query.offset(of: params.position), inFile: query.file,
        includesDeclaration: params.context.includeDeclaration)
      guard let search else { return nil }
      let schema = query.schema
      // A name may stand in each of ten thousand models.
      return try schema.elements(inParts: search.parts) { blocks, writer in
        schema.write(
          schema.analysis.meant.occurrences(search, in: blocks).map(\.place), to: &writer)
      }
    }
  }
}

extension SchemaQuery {
  /// Writes places, which are in file order, as locations.
  fileprivate func write(_ places: [FileRange], to writer: inout JSONWriter) {
    var rest = places[...]
    while let file = rest.first?.file {
      let inFile = rest.prefix { $0.file == file }
      rest = rest.dropFirst(inFile.count)
      guard uris.indices.contains(file) else { continue }
      let location = LocationWriter(uris[file])
      for range in ranges(inFile.map(\.range), inFile: file) {
        location.write(range, to: &writer)
      }
    }
  }
}

extension OccurrenceSearch {
  /// The blocks in parts that are worth a thread each.
  var parts: [ArraySlice<BlockPlace>] {
    // Most blocks are larger.
    blocks.slices(Parts.count(byteCount: 256 * blocks.count))
  }
}
