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
