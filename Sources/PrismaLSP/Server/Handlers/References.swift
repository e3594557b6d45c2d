import LanguageServerProtocol
import SchemaIDE

/// `textDocument/references`.
extension Server {
  func references(_ params: ReferenceParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { query -> ReferenceList? in
      let search = query.analysis.references(
        at: query.offset(of: params.position), inFile: query.file,
        includesDeclaration: params.context.includeDeclaration)
      return search.map { ReferenceList(search: $0, schema: query.schema) }
    }
  }
}

/// The places that a search finds: a name may stand in each of ten thousand models.
private struct ReferenceList: JSONWritable {
  let search: OccurrenceSearch
  let schema: SchemaQuery

  func write(to writer: inout JSONWriter) {
    writer.openArray()
    writer.elements(inParts: search.parts) { blocks, writer in
      var places = schema.analysis.occurrences(search, in: blocks).map(\.place)[...]
      while let file = places.first?.file {
        let inFile = places.prefix { $0.file == file }
        places = places.dropFirst(inFile.count)
        guard schema.uris.indices.contains(file) else { continue }
        let location = LocationWriter(schema.uris[file])
        for range in schema.ranges(inFile.map(\.range), inFile: file) {
          location.write(range, to: &writer)
        }
      }
    }
    writer.closeArray()
  }
}

extension OccurrenceSearch {
  /// The blocks in parts that are worth a thread each.
  var parts: [ArraySlice<BlockPlace>] {
    // Most blocks are larger.
    blocks.slices(Parts.count(byteCount: 256 * blocks.count))
  }
}
