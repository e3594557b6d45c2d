import SchemaParser
import Synchronization

/// What is remembered of the tokens that clients hold, so that they can be told what has changed: not the
/// tokens, but the blocks they were made from.
final class SemanticTokensMemory: Sendable {
  /// The last answer about a document.
  struct Entry: Sendable {
    /// The blocks of the text.
    let blocks: [SyntaxBlock]
    /// The number of tokens in each.
    let counts: [UInt32]
    /// What the names of types stood for, see ``Analysis/typeNamesDigest``.
    let namesDigest: UInt64

    /// The stretches of blocks that are still there, ascending in both, each but one at the start
    /// of both beginning with a block that has tokens.
    ///
    /// Nearly always they are what stands before and behind one edit. Only what lies between is looked
    /// up block by block.
    func blocksKept(in new: [SyntaxBlock]) -> [(old: Range<Int>, new: Range<Int>)] {
      let shorter = min(blocks.count, new.count)
      var prefix = 0
      while prefix < shorter, blocks[prefix] === new[prefix] { prefix += 1 }
      var suffix = 0
      while suffix < shorter - prefix,
        blocks[blocks.count - 1 - suffix] === new[new.count - 1 - suffix]
      {
        suffix += 1
      }
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

  private struct State {
    var lastNumber = 0
    var entries: [FileID: (number: Int, entry: Entry)] = [:]
  }

  /// The most documents: clients ask for those that they show.
  private static let limit = 32

  private let state = Mutex(State())

  /// Keeps an answer in place of the one before. Returns its name.
  func keep(_ entry: Entry, of file: FileID) -> String {
    state.withLock { state in
      state.lastNumber += 1
      state.entries[file] = (state.lastNumber, entry)
      if state.entries.count > Self.limit,
        let oldest = state.entries.min(by: { $0.value.number < $1.value.number })
      {
        state.entries[oldest.key] = nil
      }
      return String(state.lastNumber)
    }
  }

  /// The answer of that name, nil when it is not the last one about the document.
  func entry(_ resultID: String, of file: FileID) -> Entry? {
    state.withLock { state in
      guard let known = state.entries[file], String(known.number) == resultID else { return nil }
      return known.entry
    }
  }

  /// Forgets a document.
  func forget(_ file: FileID) { state.withLock { $0.entries[file] = nil } }
}
