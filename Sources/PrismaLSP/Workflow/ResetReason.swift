import Migration

/// Why `migrate dev` can't go on from the database as it is.
enum ResetReason: Sendable {
  /// A migration failed.
  case failed(MigrationRecord)
  /// A script was changed after it was applied.
  case edited(String)
  /// The database has not the structure that its migrations lead to: what the difference is, and whether
  /// migrations were ever applied to it.
  case drift(DifferenceSummary, isManaged: Bool)
  /// Folder and database have gone different ways: the migrations that only the database has.
  case diverged(lastCommon: String?, missing: [String])
  /// The database has migrations that the folder lacks.
  case missing([String])

  /// All reasons that there are, in the order in which they are told.
  static func all(_ diagnosis: MigrationDiagnosis, _ drift: Plan, isManaged: Bool) -> [ResetReason]
  {
    var reasons: [ResetReason] = diagnosis.failed.map { .failed($0) }
    reasons += diagnosis.edited.map { .edited($0) }
    if !drift.steps.isEmpty {
      reasons.append(.drift(DifferenceSummary(drift), isManaged: isManaged))
    }
    switch diagnosis.verdict {
    case .inSync, .databaseIsBehind: break
    case .directoryIsBehind: reasons.append(.missing(diagnosis.missing))
    case .diverged:
      reasons.append(
        .diverged(lastCommon: diagnosis.lastCommon, missing: diagnosis.missing))
    }
    return reasons
  }

  /// The name of the reason in JSON.
  var kind: String {
    switch self {
    case .failed: "failed"
    case .edited: "edited"
    case .drift: "drift"
    case .diverged: "diverged"
    case .missing: "missing"
    }
  }

  /// The migrations that it is about.
  var migrations: [String] {
    switch self {
    case .failed(let record): [record.name]
    case .edited(let name): [name]
    case .drift: []
    case .diverged(_, let missing), .missing(let missing): missing
    }
  }

  /// What is wrong: a line, or several.
  var text: String {
    func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
    switch self {
    case .failed(let record):
      return "the migration `\(record.name)` failed when it was applied (\(record.startedAt) UTC)"
    case .edited(let name): return "the migration `\(name)` was changed after it was applied"
    case .drift(let summary, let isManaged):
      let head =
        isManaged
        ? "the database is not what its migrations lead to (drift); from them to it:"
        : "the database has things that no migration leads to (drift):"
      return head + "\n" + summary.text
    case .diverged(let last, let missing):
      return "the migrations folder and the database have gone different ways behind "
        + (last.map { "`\($0)`" } ?? "their start") + ": only the database has \(list(missing))"
    case .missing(let missing):
      return "the database has migrations that are not in the folder: \(list(missing))"
    }
  }

  /// What leads on without losing data: commands, each with what it does; empty where nothing does.
  var waysOut: [String] {
    switch self {
    case .failed(let record):
      (record.progress == nil
        ? [] : ["prisma-lsp migrate deploy --resume   # goes on behind what took effect"]) + [
          "prisma-lsp migrate resolve --rolled-back \(record.name)   # it left nothing, or that is undone",
          "prisma-lsp migrate resolve --applied \(record.name)   # it was completed by hand",
        ]
    case .edited(let name):
      ["git checkout -- <migrations>/\(name)   # brings back the script that was applied"]
    case .drift(_, isManaged: true):
      [
        "prisma-lsp db pull   # takes the difference over into the schema",
        "prisma-lsp migrate diff --from-migrations <migrations> --to-config --script   # writes it as a migration",
        "prisma-lsp migrate diff --from-config --to-migrations <migrations> --script   # writes how to undo it",
      ]
    case .drift(_, isManaged: false):
      [
        "prisma-lsp migrate diff --from-empty --to-config --script   # writes a baseline: a first migration",
        "prisma-lsp migrate resolve --applied <name>   # records it as applied",
      ]
    case .diverged, .missing:
      ["git log --diff-filter=D -- <migrations>   # finds where the folders went"]
    }
  }
}
