import LanguageServerProtocol

/// The commands that the server offers by `workspace/executeCommand`. The first argument of each is the
/// address of a file of the schema that it is about.
enum ServerCommand: String, CaseIterable {
  /// Shows what the schema would change in the database. The second argument may name a model, the third
  /// list the renames that are wanted from now on, as `migrate diff --rename` takes them.
  case previewMigration = "prisma-lsp.previewMigration"
  /// Makes the files of the next migration. The second argument is its name, the third `prisma` or
  /// `online`, the fourth lists renames; without them a name that fits is taken, the SQL that Prisma would
  /// write, and the renames that the preview shows.
  case createMigration = "prisma-lsp.createMigration"
  /// Reads the database anew, and with it what is shown of the next migration.
  case refreshDatabase = "prisma-lsp.refreshDatabase"
}

/// What was asked by a command about migrations.
struct MigrationCommand: Sendable {
  let command: ServerCommand
  /// A file of the schema.
  let file: FileID
  /// Where the client wants to see how far it is.
  let token: ProgressToken?
  /// The name of a model or of the new migration, nil when none was given.
  let name: String?
  /// Whether the SQL shall not lock tables for long.
  let isOnline: Bool
  /// What shall get another name instead of going while another comes; nil for what was wanted before.
  let renames: [RenameArgument]?
}
