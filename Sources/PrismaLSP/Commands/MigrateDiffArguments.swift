import Migration
import Postgres

/// What `migrate diff` is told.
struct MigrateDiffArguments: Hashable, Sendable {
  /// What is compared.
  enum Side: Hashable, Sendable {
    /// Nothing.
    case empty
    /// A schema file, or a folder of them.
    case schema(SystemPath)
    /// A folder of migrations.
    case migrations(SystemPath)
    /// The database of a connection string.
    case url(String)
    /// The database that a schema is for, nil for the schema that is named or found.
    case datasource(SystemPath?)
  }

  /// The profiles that can be chosen.
  static let profiles: [SQLProfile] = [.sixTwelve, .sixNineteen, .sevenTen]

  /// `--from-…`
  private(set) var from: Side?
  /// `--to-…`
  private(set) var to: Side?
  /// `--script`
  var printsScript = false
  /// `--exit-code`
  var tellsByExitCode = false
  /// `--sql-profile`, nil for that of the version.
  var profile: SQLProfile?
  /// Which statements are written.
  enum PlanKind: String, CaseIterable, Sendable {
    /// Those of Prisma.
    case prisma
    /// Those that stop nobody for long, in several scripts.
    case online
  }

  /// `--plan`
  var plan = PlanKind.prisma
  /// `--rename`, in order.
  var renames: [RenameArgument] = []
  /// `--down`
  var goesBack = false
  /// `--facts`
  var facts = FactsMode.off

  mutating func setFrom(_ side: Side) throws(CommandLineArguments.UsageError) {
    if from != nil { throw Self.repeated("from") }
    from = side
  }

  mutating func setTo(_ side: Side) throws(CommandLineArguments.UsageError) {
    if to != nil { throw Self.repeated("to") }
    to = side
  }

  private static func repeated(_ side: String) -> CommandLineArguments.UsageError {
    CommandLineArguments.UsageError(
      "`--\(side)-…` is given twice", help: "a difference has one side before and one behind")
  }
}
