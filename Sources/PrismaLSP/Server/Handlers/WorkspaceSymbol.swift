import LanguageServerProtocol
import SchemaIDE
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
    answer(id) { schemas in
      var found: [(schema: SchemaQuery, match: SymbolSearch.Match)] = []
      for schema in schemas {
        found += schema.analysis.symbols(matching: search, limit: Self.symbolLimit)
          .map { (schema, $0) }
      }
      // Stable: of equal ones the first schema's come first.
      if schemas.count > 1 { found.sort { $0.match.score > $1.match.score } }
      return found.prefix(Self.symbolLimit).map { $0.schema.information(on: $0.match) }
    }
  }
}

extension SchemaQuery {
  fileprivate func information(on match: SymbolSearch.Match) -> SymbolInformation {
    let tree = tree(match.file)
    let block = tree.blocks[match.block]
    let range = conversions.withPositions(inBlock: match.block, of: tree) {
      $0.range(match.nameRange)
    }
    return SymbolInformation(
      name: block.text(match.nameRange), kind: SymbolKind(match.kind),
      containerName: match.containerRange.map { block.text($0) },
      location: Location(uri: uris[match.file], range: range))
  }
}
