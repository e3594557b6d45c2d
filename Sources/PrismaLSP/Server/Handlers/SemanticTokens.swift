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
    answer(id, about: params.textDocument, in: .long) { query throws(ResponseError) in
      try query.tokens(memory)
    }
  }

  func semanticTokensDelta(_ params: SemanticTokensDeltaParams, _ id: RequestID) {
    let memory = tokensMemory
    answer(id, about: params.textDocument, in: .long) {
      query throws(ResponseError) -> SemanticTokensDelta in
      if let changes = try query.tokens(since: params.previousResultId, memory) { return changes }
      return .full(try query.tokens(memory))
    }
  }

  func semanticTokensRange(_ params: SemanticTokensRangeParams, _ id: RequestID) {
    answer(id, about: params.textDocument) { $0.tokens(in: $0.range(of: params.range)) }
  }
}

extension DocumentQuery {
  /// All tokens.
  fileprivate func tokens(
    _ memory: SemanticTokensMemory
  ) throws(ResponseError) -> SemanticTokens {
    let digest = analysis.typeNamesDigest
    let last = memory.last(of: path).flatMap { $0.namesDigest == digest ? $0 : nil }
    let tokens: SemanticTokenText
    if let last, let text = last.text {
      tokens = updated(text, of: last.blocks)
    } else {
      tokens = try allTokens()
    }
    // What is not told must not be kept as what the client has.
    guard schema.interest.isThere else { throw .contentModified }
    // A client that asks for all again and again does not ask for what has changed: so that the next
    // answer is mostly there, the text of this one is kept, unless it takes more memory than all else.
    let isKept = last?.isFull == true && tokens.data.byteCount <= keptTextLimit
    let resultID = memory.keep(
      HeldTokens(
        blocks: tree.blocks, counts: tokens.counts, namesDigest: digest, isFull: true,
        text: isKept ? tokens : nil),
      of: path)
    return SemanticTokens(resultID: resultID, data: tokens.data)
  }

  private func allTokens() throws(ResponseError) -> SemanticTokenText {
    let parts = try schema.inParts(tree.parts) { encodedTokens($0) }
    guard var all = parts.first else { return SemanticTokenText() }
    all.data.reserve(parts.dropFirst().reduce(0) { $0 + $1.data.byteCount + 1 })
    for part in parts.dropFirst() { all.append(part) }
    return all
  }

  /// The tokens of some blocks; the place of the first is told from the last one before.
  private func encodedTokens(_ blocks: Range<Int>) -> SemanticTokenText {
    var encoder = SemanticTokenEncoder(self)
    encoder.begin(behind: blocks.lowerBound)
    for index in blocks { encoder.add(blockAt: index) }
    return encoder.text
  }

  /// The tokens of an earlier text, with those of the blocks that have been edited since.
  private func updated(_ text: SemanticTokenText, of blocks: [SyntaxBlock]) -> SemanticTokenText {
    let same = SyntaxBlock.sameEnds(blocks, tree.blocks)
    if same.prefix == blocks.count, same.prefix == tree.blocks.count { return text }
    var edited = same.prefix..<(blocks.count - same.suffix)
    // The place of the first token behind is told from the one before.
    while edited.upperBound < blocks.count {
      edited = edited.lowerBound..<(edited.upperBound + 1)
      if text.counts[edited.upperBound - 1] > 0 { break }
    }
    let growth = tree.blocks.count - blocks.count
    return text.replacing(
      edited, by: encodedTokens(edited.lowerBound..<(edited.upperBound + growth)))
  }

  /// The tokens that touch a part.
  fileprivate func tokens(in range: TextRange) -> SemanticTokens {
    let tree = tree
    var encoder = SemanticTokenEncoder(self)
    if let first = tree.blockIndex(at: range.start), let last = tree.blockIndex(at: range.end) {
      for index in first...max(first, last) {
        let start = tree.starts[index]
        encoder.add(blockAt: index) {
          start + Int($0.start + $0.length) >= range.start && start + Int($0.start) <= range.end
        }
      }
    }
    return SemanticTokens(resultID: nil, data: encoder.text.data)
  }

  /// What has changed in the tokens, nil when that is not known, or most may have.
  ///
  /// Blocks are shared between the trees of successive texts. So those that are still there are found by
  /// identity, and only the blocks between are looked at: no token of an answer is kept. Besides these,
  /// the first token behind changes, since its place is told from the one before.
  fileprivate func tokens(
    since resultID: String, _ memory: SemanticTokensMemory
  ) throws(ResponseError) -> SemanticTokensDelta? {
    let digest = analysis.typeNamesDigest
    guard let old = memory.answer(resultID, of: path), old.namesDigest == digest else { return nil }
    let tree = tree
    var edits: [SemanticTokensDelta.Edit] = []
    var counts: [UInt32] = []
    counts.reserveCapacity(tree.blocks.count)
    var oldIndex = 0
    var newIndex = 0
    var position = 0  // the tokens before `oldIndex`
    for same in old.blocksKept(in: tree.blocks) {
      if same.old.lowerBound > oldIndex || same.new.lowerBound > newIndex {
        let gap = edit(
          replacing: old.counts[oldIndex..<same.old.lowerBound], at: position,
          by: newIndex..<same.new.lowerBound, before: same.new.lowerBound)
        edits.append(gap.edit)
        counts += gap.counts
      }
      position += old.counts[oldIndex..<same.old.upperBound].reduce(0) { $0 + Int($1) }
      counts += old.counts[same.old]
      oldIndex = same.old.upperBound
      newIndex = same.new.upperBound
    }
    if oldIndex < old.counts.count || newIndex < tree.blocks.count {
      let gap = edit(
        replacing: old.counts[oldIndex...], at: position, by: newIndex..<tree.blocks.count,
        before: nil)
      edits.append(gap.edit)
      counts += gap.counts
    }
    edits.removeAll { $0.deleteCount == 0 && $0.data.isEmpty }
    guard schema.interest.isThere else { throw .contentModified }
    let newID = memory.keep(
      HeldTokens(
        blocks: tree.blocks, counts: counts, namesDigest: digest, isFull: false, text: nil),
      of: path)
    return .edits(resultID: newID, edits)
  }

  /// The edit that replaces the tokens of some blocks, and the first token behind.
  ///
  /// - Parameters:
  ///   - old: the numbers of tokens of the blocks that went.
  ///   - position: the number of tokens before them.
  ///   - new: the blocks that stand there now.
  ///   - next: the block behind, which has tokens; nil at the end.
  private func edit(
    replacing old: ArraySlice<UInt32>, at position: Int, by new: Range<Int>, before next: Int?
  ) -> (edit: SemanticTokensDelta.Edit, counts: [UInt32]) {
    var encoder = SemanticTokenEncoder(self)
    encoder.begin(behind: new.lowerBound)
    for index in new { encoder.add(blockAt: index) }
    let counts = encoder.text.counts
    var deleted = old.reduce(0) { $0 + Int($1) }
    if let next {
      encoder.add(firstOfBlockAt: next)
      deleted += 1
    }
    return (
      SemanticTokensDelta.Edit(
        start: 5 * position, deleteCount: 5 * deleted, data: encoder.text.data), counts
    )
  }
}
