import MigrationHistory

/// What a migrations folder and a database's account of migrations say about each other.
struct MigrationDiagnosis: Sendable {
  /// How they lie to each other.
  enum Verdict: String, Sendable {
    case inSync, databaseIsBehind, directoryIsBehind, diverged
  }

  /// The migrations of the folder that are not applied, in order: they have no row, or only such as were
  /// rolled back or broken off.
  private(set) var pending: [String] = []
  /// The failed attempts.
  let failed: [MigrationRecord]
  /// The attempts that were broken off before anything of them took effect.
  let brokenOff: [MigrationRecord]
  /// The migrations whose script was changed after it was applied, in order.
  private(set) var edited: [String] = []
  /// The names with a row, but no folder, each once in the order of their first rows.
  private(set) var missing: [String] = []
  /// The last migration of the folder that the database knows, nil without any.
  private(set) var lastCommon: String?

  /// - Parameter records: the rows in the order of their start.
  init(_ directory: MigrationsDirectory, _ records: [MigrationRecord]) {
    failed = records.filter { $0.state == .failed }
    brokenOff = records.filter { $0.state == .brokenOff }
    // The first row that counts, by name.
    var counting: [String: MigrationRecord] = [:]
    for record in records where record.state == .applied || record.state == .failed {
      counting[record.name] = counting[record.name] ?? record
    }
    for entry in directory.entries {
      guard let record = counting[entry.name] else {
        pending.append(entry.name)
        continue
      }
      lastCommon = entry.name
      if let script = entry.script, !script.matches(checksum: record.checksum) {
        edited.append(entry.name)
      }
    }
    var known = Set(directory.entries.map(\.name))
    for record in records where known.insert(record.name).inserted { missing.append(record.name) }
  }

  var verdict: Verdict {
    switch (pending.isEmpty, missing.isEmpty) {
    case (true, true): .inSync
    case (false, true): .databaseIsBehind
    case (true, false): .directoryIsBehind
    case (false, false): .diverged
    }
  }
}
