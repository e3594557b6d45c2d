import Migration

/// What a migration starts from: the structure that a database has, or that the migrations so far lead to.
public struct MigrationBaseline: Sendable {
  /// Where it was read.
  public enum Origin: Hashable, Sendable {
    /// A live database, described without credentials.
    case database(String)
    /// A folder of migrations, by its path, with their number.
    case migrations(path: String, count: Int)
    /// There is neither: everything is new.
    case nothing
  }

  /// The structure.
  public let structure: SQLSchema
  /// Where it was read.
  public let origin: Origin
  /// Whether it could not be read again since.
  public var isOutOfReach = false
  /// When it was read, as the user reads it.
  public let time: String
  /// What the user has to know of the reading: why it is not the database, what was not understood.
  public var notes: [String]
  /// What migrations leave alone.
  public var external = ExternalNames()

  public init(structure: SQLSchema, origin: Origin, time: String, notes: [String] = []) {
    self.structure = structure
    self.origin = origin
    self.time = time
    self.notes = notes
  }

  /// Where it was read and when, in one line.
  public var description: String {
    switch origin {
    case .database(let name): "\(name), read at \(time)"
    case .migrations(let path, 1): "the one migration in \(path), read at \(time)"
    case .migrations(let path, let count): "the \(count) migrations in \(path), read at \(time)"
    case .nothing: "an empty database: there are neither migrations nor a connection"
    }
  }
}
