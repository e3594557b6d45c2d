import MigrationHistory
import Postgres

/// A migration that was not applied: why, and what of it took effect.
struct RunFailure: Sendable {
  let script: MigrationScript
  let failure: ScriptFailure
  /// What took effect, nil when that is not known.
  let progress: ScriptProgress?

  private var name: String { script.migration }
  private var error: PostgresError { failure.error }
  private var state: String { error.sqlState.map { " (\($0))" } ?? "" }
  private var known: String {
    progress?.text(script) ?? "what of it took effect is not known"
  }

  /// What is kept in the database.
  var logs: String { (progress.map { $0.line + "\n\n" } ?? "") + failure.text }

  /// The connection was cut.
  var cut: WorkflowEnd {
    let message = "\(error.message) while the migration `\(name)` was being applied"
    let failure =
      progress == nil
      ? CommandFailure(
        "\(message); \(known)", code: error.code,
        help:
          "see what of it did; then `prisma-lsp migrate resolve --rolled-back \(name)` has it applied "
          + "again, and `--applied \(name)` says that it was completed by hand")
      : CommandFailure(
        message, code: error.code,
        help: "run `prisma-lsp migrate deploy` again: it knows how far it came")
    return .failed(failure)
  }

  /// A lock was not free in time, and the transaction was undone.
  var locked: WorkflowEnd {
    var isBegun = false
    if case .statements(let count)? = progress, count.done > 0 { isBegun = true }
    return WorkflowEnd.failure(
      "the migration `\(name)` was not applied\(isBegun ? " to its end" : ""): a lock was not free in "
        + "time\(state)\(isBegun ? "; \(known)" : "")",
      code: "P1008",
      help: (isBegun ? "" : "nothing of it took effect; ")
        + "look into `pg_stat_activity` for long transactions, and try again")
  }

  /// The database refused it.
  ///
  /// - Parameter left: what the statement that failed has left.
  func failed(left: LoneEffect) -> WorkflowEnd {
    var message = "the migration `\(name)` failed: \(error.message)\(state)"
    if let detail = error.server?.detail {
      // PostgreSQL writes details as whole sentences.
      message += "; \(detail.hasSuffix(".") ? String(detail.dropLast()) : detail)"
    }
    message += "; \(known)"
    let resolve = "`prisma-lsp migrate resolve --rolled-back \(name)`"
    let resume = "`prisma-lsp migrate deploy --resume`"
    var help: String
    switch progress {
    case .nothing?:
      help =
        "correct the script or the data, then run \(resolve) and apply it again, which \(resume) "
        + "does at once"
    case .statements?:
      help = "correct what failed, then \(resume) goes on behind what took effect"
      if case .invalidIndexes(let names) = left {
        message +=
          "; an index is left that is not valid: "
          + names.map { "`\($0)`" }.joined(separator: ", ")
        help = "drop what is left by `\(LoneEffect.drops(names))`, " + help
      }
    case nil:
      help =
        "see what of it did; correct the script or the data, then run \(resolve) and apply it again"
    }
    return .failed(
      CommandFailure(message, code: "P3018", help: help, excerpt: failure.excerpt))
  }
}
