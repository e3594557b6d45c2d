import SchemaParser
import Synchronization

/// The most bytes of an answer's text that are kept: what large schemas take is little beside their trees.
let keptTextLimit = 1 << 24

/// What is remembered of the last answer about each document, to spare work on what has not changed since.
final class DocumentMemory<Answer: Sendable>: Sendable {
  private struct State {
    var lastNumber = 0
    var answers: [FileID: (number: Int, answer: Answer)] = [:]
  }

  private let state = Mutex(State())

  /// Keeps an answer in place of the one before. Returns its name.
  @discardableResult func keep(_ answer: Answer, of file: FileID) -> String {
    // Clients ask about the documents that they show.
    let limit = 32
    return state.withLock { state in
      state.lastNumber += 1
      state.answers[file] = (state.lastNumber, answer)
      if state.answers.count > limit,
        let oldest = state.answers.min(by: { $0.value.number < $1.value.number })
      {
        state.answers[oldest.key] = nil
      }
      return String(state.lastNumber)
    }
  }

  /// The last answer about a document.
  func last(of file: FileID) -> Answer? { state.withLock { $0.answers[file]?.answer } }

  /// The answer of that name, nil when it is not the last one about the document.
  func answer(_ name: String, of file: FileID) -> Answer? {
    state.withLock { state in
      guard let known = state.answers[file], String(known.number) == name else { return nil }
      return known.answer
    }
  }

  /// Forgets a document.
  func forget(_ file: FileID) { state.withLock { $0.answers[file] = nil } }
}
