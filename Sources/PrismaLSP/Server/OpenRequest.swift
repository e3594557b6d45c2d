import LanguageServerProtocol
import Synchronization

/// A request that is not answered yet.
struct OpenRequest {
  /// The task that will answer it, nil while it waits, or when it is worked on in a ``WorkLane``.
  var task: Task<Void, Never>?
  /// What ends the work in a lane.
  var interest: Interest?
  /// The document that the work in the lane is about, when it may take long.
  var longWorkDocument: FileID?

  /// Ends the work.
  func stop() {
    task?.cancel()
    interest?.lose()
  }
}

/// Whether somebody still wants an answer.
final class Interest: Sendable {
  private let isLost = Atomic(false)

  /// Says that nobody does.
  func lose() { isLost.store(true, ordering: .relaxed) }

  /// Whether somebody does.
  var isThere: Bool { !isLost.load(ordering: .relaxed) }
}

/// Where requests are worked on: never on the threads that take messages and analyse schemas, which would
/// wait for them. Those are of the quality of service `.userInitiated`, the lanes are not: each has its
/// own threads, as many as there are cores.
enum WorkLane {
  /// For answers about a place or a part of a document.
  case short
  /// For answers about whole documents: one after the other, since each uses all cores. When the document
  /// changes, the work ends.
  case long
}
