import SchemaParser

/// A block of a file.
public struct BlockPlace: Hashable, Sendable {
  /// The index in ``Analysis/files``.
  public let file: Int
  /// The index of the block in the file's tree.
  public let block: Int
}

/// A search for the places that name a symbol. It can be made in parts: each looks through some of the
/// blocks.
public struct OccurrenceSearch: Sendable {
  /// What is not wanted.
  enum Exception {
    case none
    case declarations
    case place(FileRange)
  }

  let symbol: Symbol
  let exception: Exception
  /// The blocks that can hold such a place, in file and source order.
  public let blocks: [BlockPlace]
}

extension Analysis {
  /// The search for the other places that name the symbol at `offset`, and that place; nil when there is
  /// none.
  ///
  /// - Parameters:
  ///   - offset: UTF-8 bytes from the start of the file.
  ///   - includesDeclaration: whether declarations are among them. Of the name of a relation, which is
  ///     declared wherever it stands, the place asked about counts as the declaration.
  public func references(
    at offset: Int, inFile file: Int, includesDeclaration: Bool
  ) -> OccurrenceSearch? {
    guard
      let (symbol, place) = symbol(at: offset, inFile: file)
        ?? datasource(ofNativeTypeAt: offset, inFile: file)
    else { return nil }
    let exception: OccurrenceSearch.Exception
    if includesDeclaration {
      exception = .none
    } else if case .relation = symbol {
      exception = .place(place)
    } else {
      exception = .declarations
    }
    return OccurrenceSearch(
      symbol: symbol, exception: exception, blocks: blocks(naming: symbol))
  }

  /// The search for the places in the same file that name the symbol at `offset` (UTF-8 bytes from the
  /// start of the file); nil when there is none.
  public func highlights(at offset: Int, inFile file: Int) -> OccurrenceSearch? {
    guard let (symbol, _) = symbol(at: offset, inFile: file) else { return nil }
    return OccurrenceSearch(
      symbol: symbol, exception: .none,
      blocks: blocks(naming: symbol).filter { $0.file == file })
  }

  /// What is found in some blocks of a search, in file and source order.
  public func occurrences(
    _ search: OccurrenceSearch, in blocks: ArraySlice<BlockPlace>
  ) -> [Occurrence] {
    let found = occurrences(of: search.symbol, in: blocks)
    switch search.exception {
    case .none: return found
    case .declarations: return found.filter { !$0.isDeclaration }
    case .place(let place): return found.filter { $0.place != place }
    }
  }

  /// The datasource whose native type stands at `offset`, with the place of its name: so that all of
  /// `@db.Text` counts as a use of `db`.
  private func datasource(
    ofNativeTypeAt offset: Int, inFile file: Int
  ) -> (symbol: Symbol, place: FileRange)? {
    guard let path = cursor(at: offset, inFile: file)?.nodes.suffix(2), path.count == 2,
      path.first?.kind == .attribute, let name = path.last, name.kind == .path
    else { return nil }
    return cursor(at: offset, inFile: file).flatMap {
      symbol(at: $0.fileRange(name.range).range.start, inFile: file)
    }
  }
}
