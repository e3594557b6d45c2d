import MigrationHistory
import Postgres

/// What becomes of an attempt that came to no end: found out before anything is applied.
enum Resumption: Sendable {
  /// It goes on behind its first `done` statements, with the parts that are left.
  case goesOn(ScriptParts, done: Int)
  /// Nothing of it took effect: it is applied again.
  case startsAnew
  /// A person has to look at it: what is known, and what to do.
  case isBlocked(String, help: String)

  /// - Parameters:
  ///   - script: the script as it is now, nil when its folder is gone.
  ///   - isWanted: whether a failed attempt goes on too; else only one that was broken off does.
  ///   - effect: finds out what a statement has left that can't be in a transaction, behind the first
  ///     `done` statements of the script.
  init(
    _ record: MigrationRecord, _ script: MigrationScript?, isWanted: Bool, serverVersion: Int,
    effect: (LoneStatement, ScriptParts, _ done: Int) async throws(PostgresError) -> LoneEffect
  ) async throws(PostgresError) {
    let name = record.name
    let resolve =
      "`prisma-lsp migrate resolve --rolled-back \(name)` (nothing did, or it was undone) or "
      + "`--applied \(name)` (it was completed by hand)"
    guard let progress = record.progress else {
      self = .isBlocked(
        "what of it took effect is not known"
          + (isWanted ? ", so there is no place to go on from" : ""),
        help: "see what of it did; then \(resolve)")
      return
    }
    guard case .statements(let count) = progress else {
      self =
        isWanted
        ? .startsAnew
        : .isBlocked(
          progress.text(script),
          help: script == nil
            ? "bring back its folder, or `prisma-lsp migrate resolve --rolled-back \(name)`"
            : "correct the script or the data; then `prisma-lsp migrate deploy --resume` applies "
              + "it again, or record it with \(resolve)")
      return
    }
    let known = progress.text(script)
    guard let script else {
      self = .isBlocked(known, help: "bring back its folder, or \(resolve)")
      return
    }
    var parts = ScriptParts(script.bytes, serverVersion: serverVersion, behind: count.done)
    guard parts.isGoingOn(from: count) else {
      self = .isBlocked(
        known, help: "put the statements back that took effect, or \(resolve)")
      return
    }
    guard parts.mode == .inParts else {
      self = .isBlocked(
        "\(known); the rest can't be taken apart",
        help: "leave `BEGIN`, `COMMIT`, `CALL` and the like out of the rest, or \(resolve)")
      return
    }
    var done = count.done
    if let lone = parts.parts.first?.lone {
      switch try await effect(lone, parts, done) {
      case .none: break
      case .complete:
        // One that failed is run again all the same: what is there may be something else.
        guard count.isOpen else { break }
        done += 1
        parts = ScriptParts(script.bytes, serverVersion: serverVersion, behind: done)
      case .invalidIndexes(let names):
        if case .reindex = lone { break }
        let list = names.map { "`\($0)`" }.joined(separator: ", ")
        self = .isBlocked(
          "\(known), and left the index \(list), which is not valid",
          help:
            "drop it: `\(LoneEffect.drops(names))`; then `prisma-lsp migrate deploy --resume` goes on"
        )
        return
      case .unknown:
        guard count.isOpen, !isWanted else { break }
        self = .isBlocked(
          "\(known), and whether it took effect can't be seen",
          help: "look; then `prisma-lsp migrate deploy --resume` runs it and goes on, or \(resolve)"
        )
        return
      }
    } else if count.isOpen, !isWanted {
      self = .isBlocked(
        "\(known), and is another one by now",
        help: "see whether what was there took effect; then `prisma-lsp migrate deploy --resume` "
          + "runs what is there now and goes on, or \(resolve)")
      return
    }
    guard isWanted || record.isInterrupted else {
      self = .isBlocked(
        known,
        help:
          "correct what failed; then `prisma-lsp migrate deploy --resume` goes on behind what took "
          + "effect, or \(resolve)")
      return
    }
    self = .goesOn(parts, done: done)
  }
}

extension Resumption {
  /// What is known of an attempt that goes on behind its first `done` statements.
  static func text(_ record: MigrationRecord, _ script: MigrationScript, done: Int) -> String {
    guard let progress = record.progress else { return "" }
    let known = progress.text(script)
    guard case .statements(let count) = progress, count.isOpen else { return known }
    return known + (done > count.done ? " and took effect" : " and has to be run again")
  }

  /// What becomes of attempts, in their order.
  ///
  /// - Throws: P3009 when a person has to look at one of them.
  static func all(
    _ records: [MigrationRecord], _ scripts: [MigrationScript], isWanted: Bool,
    serverVersion: Int,
    effect: (LoneStatement, ScriptParts, _ done: Int) async throws(PostgresError) -> LoneEffect
  ) async throws(WorkflowEnd) -> [(MigrationRecord, Resumption)] {
    var found: [(MigrationRecord, Resumption)] = []
    do throws(PostgresError) {
      for record in records {
        let script = scripts.first { $0.migration == record.name }
        found.append(
          (
            record,
            try await Resumption(
              record, script, isWanted: isWanted, serverVersion: serverVersion, effect: effect)
          ))
      }
    } catch {
      throw WorkflowEnd(error)
    }
    var reasons: [String] = []
    var help: String?
    for (record, resumption) in found {
      guard case .isBlocked(let reason, let cure) = resumption else { continue }
      reasons.append("`\(record.name)`, begun at \(record.startedAt) UTC: \(reason)")
      help = help ?? cure
    }
    if reasons.isEmpty { return found }
    throw WorkflowEnd.failure(
      "nothing is applied as long as the database has failed migrations: "
        + reasons.joined(separator: "; "), code: "P3009", help: help)
  }
}
