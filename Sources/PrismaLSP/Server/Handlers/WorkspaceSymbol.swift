import LanguageServerProtocol
import SchemaIDE
import SchemaModel
import SchemaParser

/// `workspace/symbol`.
extension Server {
  /// The most that are told: a user reads a dozen, and types on.
  private static let symbolLimit = 500

  func workspaceSymbol(_ params: WorkspaceSymbolParams, _ id: RequestID) {
    // From now on schemas without open documents are read, too.
    if !wantsWholeWorkspace {
      wantsWholeWorkspace = true
      filesChanged([])
    }
    let search = SymbolSearch(params.query)
    answer(id, in: .long) {
      schemas throws(ResponseError) -> [SymbolInformation] in
      let parts = schemas.flatMap { schema in
        let meant = schema.analysis.meant
        return meant.files.enumerated().flatMap { file, state in
          state.tree.parts.map { (schema: schema, meant: meant, file: file, blocks: $0) }
        }
      }
      guard let any = schemas.first else { return [] }
      let found = try any.inParts(parts) { part in
        part.meant.symbols(
          matching: search, limit: Self.symbolLimit, inFile: part.file, part.blocks)
      }
      // Stable: of equal ones those that come first stay first.
      let best = found.enumerated().flatMap { part, matches in
        matches.map { (part: part, match: $0) }
      }.sorted { $0.match.score > $1.match.score }.prefix(Self.symbolLimit)
      return best.map {
        parts[$0.part].schema.information(on: $0.match, in: parts[$0.part].meant)
      }
    }
  }
}

extension SchemaQuery {
  fileprivate func information(
    on match: SymbolSearch.Match, in meant: Analysis
  ) -> SymbolInformation {
    let tree = meant.files[match.file].tree
    let block = tree.blocks[match.block]
    let range = range(match.nameRange.shifted(by: tree.starts[match.block]), inFile: match.file)
    return SymbolInformation(
      name: block.text(match.nameRange), kind: SymbolKind(match.kind),
      containerName: match.containerRange.map { block.text($0) },
      location: Location(uri: uris[match.file], range: range))
  }
}
