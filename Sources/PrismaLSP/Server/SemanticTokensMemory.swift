import SchemaParser

/// What is remembered of the tokens that clients hold, so that they can be told what has changed: not the
/// tokens, but the blocks they were made from. Only for clients that never ask what has changed the tokens
/// are kept.
typealias SemanticTokensMemory = DocumentMemory<HeldTokens>

/// The last answer about the tokens of a document.
struct HeldTokens: Sendable {
  /// The blocks of the text.
  let blocks: [SyntaxBlock]
  /// The number of tokens in each.
  let counts: [UInt32]
  /// What the names of types stood for, see ``Analysis/typeNamesDigest``.
  let namesDigest: UInt64
  /// Whether all tokens were told, not what had changed.
  let isFull: Bool
  /// The tokens, nil when they are not kept.
  let text: SemanticTokenText?

  /// The stretches of blocks that are still there, ascending in both, each but one at the start
  /// of both beginning with a block that has tokens.
  ///
  /// Nearly always they are what stands before and behind one edit. Only what lies between is looked
  /// up block by block.
  func blocksKept(in new: [SyntaxBlock]) -> [(old: Range<Int>, new: Range<Int>)] {
    let (prefix, suffix) = SyntaxBlock.sameEnds(blocks, new)
    var kept: [(old: Range<Int>, new: Range<Int>)] = []
    func keep(_ old: Int, _ index: Int) {
      if let last = kept.last, last.old.upperBound == old, last.new.upperBound == index {
        kept[kept.count - 1] = (last.old.lowerBound..<old + 1, last.new.lowerBound..<index + 1)
      } else if counts[old] > 0 || old == 0 && index == 0 {
        kept.append((old..<old + 1, index..<index + 1))
      }
    }
    for index in 0..<prefix { keep(index, index) }
    var places: [ObjectIdentifier: Int] = [:]
    for index in prefix..<(blocks.count - suffix) {
      places[ObjectIdentifier(blocks[index])] = index
    }
    var next = prefix
    for index in prefix..<(new.count - suffix) {
      guard let old = places[ObjectIdentifier(new[index])], old >= next else { continue }
      keep(old, index)
      next = old + 1
    }
    for index in 0..<suffix { keep(blocks.count - suffix + index, new.count - suffix + index) }
    return kept
  }
}
