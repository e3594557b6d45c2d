import SchemaModel

/// Why a folder of migrations can't be used.
public enum MigrationsDirectoryError: Error, Hashable, Sendable {
  /// There is no such folder.
  case notFound(path: String)
  /// There is something else than a folder.
  case notAFolder(path: String)
  /// The system refused; the reason is its own.
  case unreadable(path: String, reason: String)
  /// A file is longer than ``FolderReader/sizeLimit``.
  case tooLarge(path: String)
  /// A migration has no `migration.sql`; the path is that of the folder of all migrations.
  case missingScript(migration: String, path: String)
  /// The lock file names another provider than the schema, or none; the path is its own.
  case otherProvider(found: String?, expected: Connector, path: String)

  /// Prisma's number of the error, nil where it has none.
  public var code: String? {
    switch self {
    case .missingScript: "P3015"
    case .otherProvider: "P3019"
    case .notFound, .notAFolder, .unreadable, .tooLarge: nil
    }
  }

  /// What is wrong.
  public var message: String {
    switch self {
    case .notFound(let path): "there is no folder of migrations at `\(path)`"
    case .notAFolder(let path): "`\(path)` is not a folder, so it holds no migrations"
    case .unreadable(let path, let reason): "can't read `\(path)`: \(reason)"
    case .tooLarge(let path): "`\(path)` is too large: a script can have at most 1 GiB"
    case .missingScript(let migration, let path):
      "the migration `\(migration)` in `\(path)` has no `\(MigrationsDirectory.scriptName)`"
    case .otherProvider(let found?, let expected, let path):
      "the migrations are for `\(found)`, the schema is for `\(expected.displayName)` (`\(path)`)"
    case .otherProvider(nil, let expected, let path):
      "`\(path)` does not say that the migrations are for `\(expected.displayName)`"
    }
  }

  /// What to do about it, nil where that is plain.
  public var help: String? {
    switch self {
    case .missingScript: "restore the file, or delete the folder if it was never applied"
    case .otherProvider(nil, let expected, _):
      "its first line that begins with `provider` must be `\(MigrationLock.line(expected))`"
    case .otherProvider:
      "SQL of one database does not run on another: start a new folder of migrations"
    case .notFound, .notAFolder, .unreadable, .tooLarge: nil
    }
  }
}
