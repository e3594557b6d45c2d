import LanguageServerProtocol
import SchemaIDE
import SchemaModel
import SchemaParser

/// `textDocument/semanticTokens/full`, `…/full/delta` and `…/range`.
extension Server {
  /// What the numbers of tokens stand for.
  static let semanticTokensOptions = ServerCapabilities.SemanticTokensOptions(
    tokenTypes: SemanticToken.Kind.allCases.map(\.name),
    tokenModifiers: SemanticToken.Modifiers.names)

  func semanticTokens(_ params: SemanticTokensParams, _ id: RequestID) {
    let memory = tokensMemory
    answer(id, about: params.textDocument) { $0.tokens(memory) }
  }

  func semanticTokensDelta(_ params: SemanticTokensDeltaParams, _ id: RequestID) {
    let memory = tokensMemory
    answer(id, about: params.textDocument) { query in
      query.tokens(since: params.previousResultId, memory) ?? .full(query.tokens(memory))
    }
  }

  func semanticTokensRange(_ params: SemanticTokensRangeParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { $0.tokens(in: $0.range(of: params.range)) }
  }
}

extension DocumentQuery {
  /// All tokens.
  fileprivate func tokens(_ memory: SemanticTokensMemory) -> SemanticTokens {
    let tree = tree
    var encoder = SemanticTokenEncoder(tree, schema.conversions)
    encoder.reserve(tree.count / 2)
    var counts: [UInt32] = []
    counts.reserveCapacity(tree.blocks.count)
    var tokens: [SemanticToken] = []
    for index in tree.blocks.indices {
      tokens.removeAll(keepingCapacity: true)
      analysis.addSemanticTokens(ofBlock: index, inFile: file, to: &tokens)
      encoder.add(tokens[...], ofBlock: index)
      counts.append(UInt32(truncatingIfNeeded: tokens.count))
    }
    let resultID = memory.keep(
      SemanticTokensMemory.Entry(
        blocks: tree.blocks, counts: counts, namesDigest: analysis.typeNamesDigest),
      of: path)
    return SemanticTokens(resultID: resultID, data: encoder.data)
  }

  /// The tokens that touch a part.
  fileprivate func tokens(in range: TextRange) -> SemanticTokens {
    let tree = tree
    var encoder = SemanticTokenEncoder(tree, schema.conversions)
    if let first = tree.blockIndex(at: range.start), let last = tree.blockIndex(at: range.end) {
      var tokens: [SemanticToken] = []
      for index in first...max(first, last) {
        tokens.removeAll(keepingCapacity: true)
        analysis.addSemanticTokens(ofBlock: index, inFile: file, to: &tokens)
        let start = tree.starts[index]
        tokens.removeAll {
          start + Int($0.start + $0.length) < range.start || start + Int($0.start) > range.end
        }
        encoder.add(tokens[...], ofBlock: index)
      }
    }
    return SemanticTokens(resultID: nil, data: encoder.data)
  }

  /// What has changed in the tokens, nil when that is not known, or most may have.
  ///
  /// Blocks are shared between the trees of successive texts. So those before and behind the edits are
  /// found by identity, and only the blocks between are looked at: no token of an answer is kept. Besides
  /// these, the first token behind changes, since its place is told from the one before.
  fileprivate func tokens(
    since resultID: String, _ memory: SemanticTokensMemory
  ) -> SemanticTokensDelta? {
    let digest = analysis.typeNamesDigest
    guard let old = memory.entry(resultID, of: path), old.namesDigest == digest else { return nil }
    let tree = tree
    let blocks = tree.blocks
    let shorter = min(old.blocks.count, blocks.count)
    var prefix = 0
    while prefix < shorter, old.blocks[prefix] === blocks[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix,
      old.blocks[old.blocks.count - 1 - suffix] === blocks[blocks.count - 1 - suffix]
    {
      suffix += 1
    }

    var encoder = SemanticTokenEncoder(tree, schema.conversions)
    var tokens: [SemanticToken] = []
    func makeTokens(ofBlock index: Int) {
      tokens.removeAll(keepingCapacity: true)
      analysis.addSemanticTokens(ofBlock: index, inFile: file, to: &tokens)
    }
    // The last token before, from whose place the next is told.
    if let before = old.counts[..<prefix].lastIndex(where: { $0 > 0 }) {
      makeTokens(ofBlock: before)
      encoder.add(tokens.suffix(1), ofBlock: before)
      encoder.forgetData()
    }
    var counts = Array(old.counts[..<prefix])
    for index in prefix..<(blocks.count - suffix) {
      makeTokens(ofBlock: index)
      encoder.add(tokens[...], ofBlock: index)
      counts.append(UInt32(truncatingIfNeeded: tokens.count))
    }
    let oldSuffix = old.counts.suffix(suffix)
    var deleted = old.counts[prefix..<(old.counts.count - suffix)].reduce(0) { $0 + Int($1) }
    if let behind = oldSuffix.firstIndex(where: { $0 > 0 }) {
      let index = blocks.count - (old.counts.count - behind)
      makeTokens(ofBlock: index)
      encoder.add(tokens.prefix(1), ofBlock: index)
      deleted += 1
    }
    counts += oldSuffix
    let start = old.counts[..<prefix].reduce(0) { $0 + Int($1) }
    let isSame = prefix == blocks.count && blocks.count == old.blocks.count
    let newID = memory.keep(
      SemanticTokensMemory.Entry(blocks: blocks, counts: counts, namesDigest: digest), of: path)
    return .edit(
      resultID: newID, start: 5 * start, deleteCount: isSame ? 0 : 5 * deleted,
      data: isSame ? [] : encoder.data)
  }

  private var path: FileID { analysis.files[file].path }
}

/// Writes tokens as LSP's numbers: each token's place is told from the one before.
private struct SemanticTokenEncoder {
  private let tree: SyntaxTree
  private let conversions: Conversions
  /// Five numbers a token.
  private(set) var data: [UInt32] = []
  /// Where the last token begins.
  private var line = 0
  private var character = 0

  init(_ tree: SyntaxTree, _ conversions: Conversions) {
    self.tree = tree
    self.conversions = conversions
  }

  mutating func reserve(_ count: Int) { data.reserveCapacity(count) }

  /// Forgets the numbers, but not where the last token was.
  mutating func forgetData() { data = [] }

  /// Adds tokens of a block, which come behind those added so far.
  mutating func add(_ tokens: ArraySlice<SemanticToken>, ofBlock index: Int) {
    if tokens.isEmpty { return }
    let block = tree.blocks[index]
    let positions = BlockPositions(conversions, tree, block: index)
    let isPlain = conversions.encoding == .utf8 || block.isASCII
    block.lineStarts.withUnsafeBufferPointer { lineStarts in
      // The line of the last token, where it begins, and what is counted of it.
      var lineIndex = 0
      var lineStart = 0
      var before = positions.firstCharacter
      var counted = 0
      for token in tokens {
        let start = Int(token.start)
        while lineIndex < lineStarts.count, lineStarts[lineIndex] <= token.start {
          lineStart = Int(lineStarts[lineIndex])
          lineIndex += 1
          before = 0
          counted = lineStart
        }
        var length = Int(token.length)
        let place: Int
        if isPlain {
          place = before + start - lineStart
        } else {
          before += positions.units(from: counted, to: start)
          counted = start
          place = before
          length = positions.units(from: start, to: start + length)
        }
        let line = positions.firstLine + lineIndex
        let isSameLine = line == self.line
        data.append(UInt32(clamping: line - self.line))
        data.append(UInt32(clamping: isSameLine ? place - character : place))
        data.append(UInt32(clamping: length))
        data.append(UInt32(token.kind.rawValue))
        data.append(UInt32(token.modifiers.rawValue))
        self.line = line
        character = place
      }
    }
  }
}

extension SyntaxBlock {
  /// Whether each byte is a character.
  fileprivate var isASCII: Bool {
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while at + 8 <= bytes.count {
        if bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
          return false
        }
        at += 8
      }
      return bytes[at...].allSatisfy { $0 < 0x80 }
    }
  }
}
