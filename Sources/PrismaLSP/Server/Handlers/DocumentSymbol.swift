import LanguageServerProtocol
import SchemaIDE
import SchemaParser

/// `textDocument/documentSymbol`.
extension Server {
  func documentSymbol(_ params: DocumentSymbolParams, _ id: RequestID) {
    if client.hasSymbolHierarchy {
      let memory = symbolsMemory
      answer(id, about: params.textDocument, in: .long) { query throws(ResponseError) in
        try SymbolTree(query: query).elements(memory)
      }
    } else {
      answer(id, about: params.textDocument, in: .long) { SymbolList(query: $0) }
    }
  }
}

/// What is remembered of the symbols of documents: clients ask for all of them again and again, also where
/// nothing has changed, and in most parts of a document nothing has.
typealias SymbolsMemory = DocumentMemory<[ToldSymbols]>

/// The symbols of blocks that follow each other, as they were told.
struct ToldSymbols: Sendable {
  /// What they are made from.
  struct Source: Sendable {
    let blocks: [SyntaxBlock]
    /// Where the first block begins.
    let start: Position
    let hasMembers: Bool

    /// Whether the symbols are the same.
    func isSame(as other: Source) -> Bool {
      start == other.start && hasMembers == other.hasMembers && blocks.count == other.blocks.count
        && zip(blocks, other.blocks).allSatisfy { $0 === $1 }
    }
  }

  let source: Source
  /// Elements of an array.
  let json: [UInt8]
}

/// The symbols of a document as a tree, LSP's `DocumentSymbol`: written straight from the text, since
/// clients ask after each edit, and large schemas have many.
private struct SymbolTree {
  let query: DocumentQuery

  func elements(_ memory: SymbolsMemory) throws(ResponseError) -> JSONElements {
    let known = memory.last(of: query.path) ?? []
    let told = try query.schema.inParts(query.tree.parts) { blocks in
      let source = source(of: blocks)
      if let same = known.first(where: { $0.source.isSame(as: source) }) { return same }
      var writer = JSONWriter()
      write(blocks, to: &writer)
      return ToldSymbols(source: source, json: writer.bytes)
    }
    guard query.schema.interest.isThere else { throw .contentModified }
    let isKept = told.reduce(0) { $0 + $1.json.count } <= keptTextLimit
    memory.keep(isKept ? told : [], of: query.path)
    return JSONElements(parts: told.map(\.json))
  }

  private func source(of blocks: Range<Int>) -> ToldSymbols.Source {
    let tree = query.tree
    let start =
      blocks.isEmpty
      ? Position(line: 0, character: 0)
      : query.schema.conversions.withPositions(inBlock: blocks.lowerBound, of: tree) {
        Position(line: $0.firstLine, character: $0.firstCharacter)
      }
    return ToldSymbols.Source(
      blocks: Array(tree.blocks[blocks]), start: start, hasMembers: query.hasMemberSymbols)
  }

  private func write(_ blocks: Range<Int>, to writer: inout JSONWriter) {
    writer.reserve(reserve(for: blocks))
    query.forEachSymbol(in: blocks) { symbol, _, positions in
      let outline = outline(of: symbol, &positions)
      if symbol.members.isEmpty { return outline.write(isOpen: false, to: &writer) }
      outline.write(isOpen: true, to: &writer)
      writer.name("children")
      writer.openArray()
      for member in symbol.members {
        self.outline(of: member, &positions).write(isOpen: false, to: &writer)
      }
      writer.closeArray()
      writer.closeObject()
    }
  }

  /// About how many bytes the symbols of some blocks take: one with its ranges some six times as much as
  /// the line that it stands for.
  private func reserve(for blocks: Range<Int>) -> Int {
    if !query.hasMemberSymbols { return 128 * blocks.count }
    let starts = query.tree.starts
    guard blocks.lowerBound < starts.count else { return 0 }
    let end = blocks.upperBound < starts.count ? starts[blocks.upperBound] : query.tree.count
    return 6 * (end - starts[blocks.lowerBound])
  }

  /// The symbol with its places. Its detail is, of a member, its type or value, of a declaration its keyword.
  private func outline(
    of symbol: BlockSymbol, _ positions: inout BlockPositions
  ) -> DocumentSymbol {
    DocumentSymbol(
      name: positions.bytes.part(symbol.nameRange),
      detail: symbol.detailRange.map { positions.bytes.part($0) },
      keyword: symbol.kind.isDeclaration ? symbol.kind.word : nil, kind: SymbolKind(symbol.kind),
      isDeprecated: symbol.isDeprecated, range: positions.range(symbol.range),
      selectionRange: positions.range(symbol.nameRange))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a range, which is clamped.
  fileprivate func part(_ range: TextRange) -> UnsafeBufferPointer<UInt8> {
    let end = Swift.min(range.end, count)
    return UnsafeBufferPointer(rebasing: self[Swift.min(range.start, end)..<end])
  }
}

/// The symbols of a document as a list, for clients that know no trees.
private struct SymbolList: JSONWritable {
  let query: DocumentQuery

  func write(to writer: inout JSONWriter) {
    let uri = query.uri
    writer.openArray()
    query.forEachSymbol(in: query.tree.blocks.indices) { symbol, block, positions in
      let name = block.text(symbol.nameRange)
      write(symbol, name: name, container: nil)
      for member in symbol.members {
        write(member, name: block.text(member.nameRange), container: name)
      }
      func write(_ symbol: BlockSymbol, name: String, container: String?) {
        SymbolInformation(
          name: name, kind: SymbolKind(symbol.kind), isDeprecated: symbol.isDeprecated,
          containerName: container,
          location: Location(uri: uri, range: positions.range(symbol.range))
        ).write(to: &writer)
      }
    }
    writer.closeArray()
  }
}

extension DocumentQuery {
  /// A document with more blocks is told without the members of its declarations: nobody reads an outline
  /// of a hundred thousand lines, which clients would ask for after each edit.
  private static let blockLimit = 5000

  /// Whether the members of declarations are told.
  fileprivate var hasMemberSymbols: Bool { tree.blocks.count <= Self.blockLimit }

  /// Calls `body` for each declaration in some blocks of the document.
  fileprivate func forEachSymbol(
    in blocks: Range<Int>, _ body: (BlockSymbol, SyntaxBlock, inout BlockPositions) -> Void
  ) {
    let tree = tree
    let hasMembers = hasMemberSymbols
    for index in blocks {
      let block = tree.blocks[index]
      let symbols = block.symbols(hasMembers: hasMembers)
      if symbols.isEmpty { continue }
      schema.conversions.withPositions(inBlock: index, of: tree) { positions in
        for symbol in symbols { body(symbol, block, &positions) }
      }
    }
  }
}

extension SymbolKind {
  /// How a symbol is shown.
  init(_ kind: BlockSymbol.Kind) {
    switch kind {
    case .model, .view: self = .class
    case .compositeType: self = .interface
    case .enumeration: self = .enum
    case .datasource: self = .struct
    case .generator: self = .function
    case .field: self = .field
    case .enumValue: self = .enumMember
    case .property: self = .property
    }
  }
}
