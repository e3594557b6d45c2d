/// A row of `_prisma_migrations`: one attempt to apply a migration.
struct MigrationRecord: Hashable, Sendable {
  /// What became of the attempt.
  enum State: Hashable, Sendable {
    case applied
    /// It failed, was broken off, or is still running; ``progress`` may tell what took effect.
    case failed
    /// It was broken off before anything of it took effect, as is known from ``MigrationTable/marker``.
    case brokenOff
    case rolledBack
  }

  let id: String
  /// The name of the migration's folder.
  let name: String
  let checksum: String
  /// The points in time, in UTC, as text to show; nil where they aren't set.
  let startedAt: String
  let finishedAt: String?
  let rolledBackAt: String?
  /// What the database said when it failed.
  let logs: String?

  var state: State {
    if rolledBackAt != nil { return .rolledBack }
    if finishedAt != nil { return .applied }
    return logs == MigrationTable.marker ? .brokenOff : .failed
  }
}
