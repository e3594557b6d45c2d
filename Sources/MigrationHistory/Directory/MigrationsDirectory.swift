import SchemaModel

/// A folder of migrations as it is on disk, read once.
///
/// A migration is a folder in it that holds a `migration.sql`; files beside those folders and links to
/// folders are none. The time at the start of a name is a habit, not a rule.
public struct MigrationsDirectory: Sendable {
  /// One folder in it.
  public struct Entry: Sendable {
    /// The name of the folder, by which the database knows the migration.
    public let name: String
    /// Its script, nil where `migration.sql` is missing.
    public let script: MigrationScript?
  }

  /// The folder, as it was given.
  public let path: String
  /// The migrations in the order in which they are applied. See ``MigrationNameOrder``.
  public private(set) var entries: [Entry] = []
  /// The file that names the provider, nil where it is missing, which does no harm.
  public private(set) var lock: MigrationLock?

  /// The file that holds the SQL of a migration.
  public static let scriptName = "migration.sql"

  /// One that does not exist yet.
  public init(emptyAt path: String) { self.path = path }

  /// Reads the folder at `path` (relative to the working directory, or absolute) with all scripts.
  ///
  /// - Parameter shown: the path by which people are told of it, nil for `path` itself.
  /// - Throws: `notFound`, `notAFolder`, `unreadable` and `tooLarge`. A missing `migration.sql` is no
  ///   error here: ``scripts()`` tells.
  public init(reading path: String, shownAs shown: String? = nil)
    throws(MigrationsDirectoryError)
  {
    self.path = shown ?? path
    let folder = try FolderReader(path, shownAs: shown ?? path)
    lock = try folder.file(MigrationLock.fileName).map { MigrationLock(text: $0) }
    for name in MigrationNameOrder.sorted(try folder.folderNames()) {
      let bytes = try folder.file("\(name)/\(Self.scriptName)")
      entries.append(
        Entry(
          name: name,
          script: bytes.map {
            MigrationScript(
              migration: name, path: "\(folder.path)/\(name)/\(Self.scriptName)", bytes: $0)
          }))
    }
  }

  /// The scripts in the order in which they are applied.
  ///
  /// - Throws: `missingScript` for the first folder without one (P3015).
  public func scripts() throws(MigrationsDirectoryError) -> [MigrationScript] {
    var scripts: [MigrationScript] = []
    scripts.reserveCapacity(entries.count)
    for entry in entries {
      guard let script = entry.script else {
        throw .missingScript(migration: entry.name, path: path)
      }
      scripts.append(script)
    }
    return scripts
  }

  /// Checks that the migrations are for `provider`; a missing lock file passes.
  ///
  /// - Throws: `otherProvider` (P3019).
  public func check(provider: Connector) throws(MigrationsDirectoryError) {
    guard let lock, !lock.isFor(provider) else { return }
    throw .otherProvider(
      found: lock.provider, expected: provider, path: "\(path)/\(MigrationLock.fileName)")
  }
}

/// A script of a migration.
public struct MigrationScript: Sendable {
  /// The name of the migration's folder.
  public let migration: String
  /// The file, for people.
  public let path: String
  /// What is in it.
  public let bytes: [UInt8]

  public init(migration: String, path: String, bytes: [UInt8]) {
    self.migration = migration
    self.path = path
    self.bytes = bytes
  }

  /// What the database records of the script: its SHA-256 in 64 lower-case digits.
  public var checksum: String { SHA256.hexadecimal(of: bytes) }

  /// Whether a checksum of the database stands for this script: for its bytes, or for them with all line
  /// ends as LF or all as CRLF. A checksum that is not 64 digits long comes from a version that dropped
  /// the zero at the start of each byte.
  public func matches(checksum recorded: String) -> Bool {
    let isUnpadded = recorded.utf8.count != 64
    func isRecorded(_ bytes: [UInt8]) -> Bool {
      let digest = SHA256.digest(of: bytes)
      let text = isUnpadded ? SHA256.unpadded(digest) : SHA256.hexadecimal(digest)
      return text == recorded
    }
    if isRecorded(bytes) { return true }
    let lineFeeds = Self.withLineFeeds(bytes)
    return isRecorded(lineFeeds) || isRecorded(Self.withCarriageReturns(lineFeeds))
  }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let isEnd = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      if !isEnd { result.append(byte) }
    }
    return result
  }

  private static func withCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte == 0x0A { result.append(0x0D) }
      result.append(byte)
    }
    return result
  }
}
