import Migration
import MigrationHistory
import SchemaIDE
import SchemaModel

/// What is needed to find out what a migration starts from, and what the database says of it.
struct BaselineRequest: Sendable {
  /// Where to look.
  enum Source: Sendable {
    /// The live database, if one is configured and answers, else the migrations folder.
    case database
    /// The migrations folder, as `migrate dev` does.
    case migrations
  }

  /// The schema.
  let analysis: Analysis
  /// What the schema is known by: the absolute path of its folder or only file.
  let root: String
  /// The absolute paths of its files, in their order.
  let paths: [String]
  /// The version that it is written for.
  let version: PrismaVersion
  /// What the user wants.
  let settings: Settings
  /// Where to look.
  let source: Source
  /// What the user wants to get another name.
  var renames: [RenameArgument] = []

  /// The text that scripts have, by the release in the project's lock file. Reads files.
  func profile() -> SQLProfile { SQLProfile(version, project: FilePath.folder(of: root)) }
}

/// What was found.
struct BaselineAnswer: Sendable {
  var baseline: MigrationBaseline
  /// The text that scripts have.
  var profile: SQLProfile
  /// What the database says of statements, by their text.
  var facts: [String: [HazardFact]] = [:]
  /// The statements that it was asked about, by their text; nil when it was not asked about data.
  var asked: Set<String>?
  /// The migrations that there are; nil when the schema is in no file.
  var migrationsFolder: MigrationsDirectory?
}

/// Reads what migrations start from: the one step of a preview that waits. Never on the server's actor.
typealias BaselineReading =
  @Sendable (BaselineRequest) async throws(ResponseFailure) -> BaselineAnswer

/// Why something asked for by a command can't be done, in a sentence for the user.
struct ResponseFailure: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
