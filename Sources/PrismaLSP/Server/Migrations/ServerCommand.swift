/// The commands that the server offers by `workspace/executeCommand`. The first argument of each is the
/// address of a file of the schema that it is about.
enum ServerCommand: String, CaseIterable {
  /// Shows what the schema would change in the database. The second argument may name a model.
  case previewMigration = "prisma-lsp.previewMigration"
  /// Makes the files of the next migration. The second argument is its name, the third `prisma` or
  /// `online`; without them a name that fits is taken, and the SQL that Prisma would write.
  case createMigration = "prisma-lsp.createMigration"
  /// Reads the database anew, and with it what is shown of the next migration.
  case refreshDatabase = "prisma-lsp.refreshDatabase"
}
