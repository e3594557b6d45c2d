import SchemaModel

/// What the commands that work on a database are told.
struct WorkflowArguments: Hashable, Sendable {
  /// `--url`
  var url: String?
  /// `--shadow-database-url`
  var shadowDatabaseURL: String?
  /// `--name`
  var name: String?
  /// `--create-only`
  var onlyCreates = false
  /// `--skip-seed`
  var skipsSeed = false
  /// `--skip-generate`
  var skipsGenerate = false
  /// `--accept-data-loss`
  var acceptsDataLoss = false
  /// `--force-reset`
  var forcesReset = false
  /// `--force`
  var isForced = false
  /// `--plan`
  var plan = MigrateDiffArguments.PlanKind.prisma
  /// `--rename`, in order.
  var renames: [RenameArgument] = []
  /// `--applied`
  var applied: String?
  /// `--rolled-back`
  var rolledBack: String?
  /// `--file`
  var file: SystemPath?
  /// The migration that `migrate down` goes back to.
  var target: String?
  /// `--count`
  var count: Int?
  /// `--lock-timeout`
  var lockPatience: LockPatience?
  /// `--resume`
  var resumes = false
  /// `--dry-run`
  var onlyTells = false
  /// What stands behind `--`, for the command that seeds.
  var seedArguments: [String] = []

  /// Refuses what `version` doesn't take.
  func check(_ version: PrismaVersion) throws(CommandFailure) {
    guard version == .seven, skipsSeed || skipsGenerate else { return }
    throw CommandFailure(
      "Prisma 7 has no option `\(skipsSeed ? "--skip-seed" : "--skip-generate")`",
      help: "leave it out: \(skipsSeed ? "it never seeds" : "it never generates") by itself")
  }
}

extension CommandLineArguments.Command {
  /// Whether it works on a database, or on a project as a whole.
  var isWorkflow: Bool {
    switch self {
    case .migrateDev, .migrateDeploy, .migrateStatus, .migrateResolve, .migrateReset, .migrateDown,
      .dbPush, .dbExecute, .dbSeed, .generate, .initialize:
      true
    default: false
    }
  }

  /// Whether it works on one schema, which can be named without `--schema`.
  var takesSchemaPath: Bool {
    isWorkflow && self != .dbSeed && self != .migrateResolve && self != .migrateDown
      && self != .initialize
  }
}
