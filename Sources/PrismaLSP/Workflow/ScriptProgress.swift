import MigrationHistory

/// How far the script of an attempt came, as the first line of the attempt's `logs` says: written in the
/// same transaction as what it tells of, where there is one. Prisma shows the text, and does not read it.
///
/// ```text
/// prisma-lsp: 2 of 5 statements took effect; sha256 1f0c…; statement 3 was begun
/// ```
enum ScriptProgress: Hashable, Sendable {
  /// It ran as one transaction, which was undone.
  case nothing
  case statements(Count)

  /// How many statements took effect.
  struct Count: Hashable, Sendable {
    let done: Int
    let total: Int
    /// What those statements were: ``ScriptParts/digests()``.
    let digest: String
    /// Whether the next one, which can't be in a transaction, was begun.
    var isOpen: Bool
  }

  private static let undone = "prisma-lsp: ran as one transaction, so nothing of it took effect"
  private static let head = "prisma-lsp: "
  private static let tail = " statements took effect; sha256 "

  /// The line.
  var line: String {
    switch self {
    case .nothing: Self.undone
    case .statements(let count):
      "\(Self.head)\(count.done) of \(count.total)\(Self.tail)\(count.digest)"
        + (count.isOpen ? "; statement \(count.done + 1) was begun" : "")
    }
  }

  /// Reads the first line of `logs`; nil when it is none of these.
  init?(logs: String) {
    let line = logs.prefix { $0 != "\n" }
    if line == Self.undone {
      self = .nothing
      return
    }
    guard line.hasPrefix(Self.head), let tail = line.firstRange(of: Self.tail) else { return nil }
    let numbers = line[..<tail.lowerBound].dropFirst(Self.head.count).split(separator: " ")
    guard numbers.count == 3, numbers[1] == "of", let done = Int(numbers[0]),
      let total = Int(numbers[2]), done >= 0, done <= total, total < 1_000_000_000
    else { return nil }
    let rest = line[tail.upperBound...]
    let digest = rest.prefix { $0 != ";" }
    self = .statements(
      Count(done: done, total: total, digest: String(digest), isOpen: digest.count < rest.count))
  }
}

extension MigrationRecord {
  /// How far the attempt came, nil when that is not known.
  var progress: ScriptProgress? { logs.flatMap { ScriptProgress(logs: $0) } }

  /// Whether the attempt was broken off between or in its parts: then nothing but the line stands there.
  var isInterrupted: Bool {
    guard state == .failed, case .statements? = progress else { return false }
    return logs?.contains("\n") == false
  }
}

extension ScriptProgress {
  /// What took effect, as a clause.
  ///
  /// - Parameter script: the script as it is now, nil when it is gone.
  func text(_ script: MigrationScript?) -> String {
    guard case .statements(let count) = self else { return "nothing of it took effect" }
    let total = count.total
    var clauses: [String] = []
    switch count.done {
    case 0 where total == 1: if !count.isOpen { clauses = ["its statement took no effect"] }
    case 0: clauses = ["none of its \(total) statements took effect"]
    case total:
      clauses = [total == 1 ? "its statement took effect" : "all its statements took effect"]
    case 1: clauses = ["the first of its \(total) statements took effect"]
    default: clauses = ["the first \(count.done) of its \(total) statements took effect"]
    }
    guard let script else { return (clauses + ["its script is gone"]).joined(separator: "; ") }
    let parts = ScriptParts(script.bytes, behind: count.done)
    guard parts.isGoingOn(from: count) else {
      return clauses.joined() + "; what took effect was changed in `\(script.path)` since"
    }
    let table = LineTable(script.bytes)
    func line(_ offset: Int) -> Int { table.line(at: offset) + 1 }
    if count.done > 0 {
      let end = line(parts.statements[count.done - 1].upperBound)
      clauses.append("to line \(end) of `\(script.path)`")
    }
    if count.done < parts.statements.count {
      let next = line(parts.statements[count.done].lowerBound)
      if count.isOpen {
        let path = count.done == 0 ? " of `\(script.path)`" : ""
        clauses.append("the one in line \(next)\(path) was begun")
      } else if count.done > 0 {
        clauses.append("from line \(next) on none did")
      }
    }
    return clauses.joined(separator: ", ")
  }
}

extension ScriptParts {
  /// Whether the statements that took effect are the first ones of this script.
  func isGoingOn(from count: ScriptProgress.Count) -> Bool {
    let digests = digests()
    return digests.indices.contains(count.done) && digests[count.done] == count.digest
  }

  /// How far the script has come with its first statements.
  ///
  /// - Parameter digests: ``digests()``.
  func progress(_ done: Int, _ digests: [String], isOpen: Bool) -> ScriptProgress {
    .statements(
      ScriptProgress.Count(
        done: done, total: statements.count,
        digest: digests.indices.contains(done) ? digests[done] : "", isOpen: isOpen))
  }
}
