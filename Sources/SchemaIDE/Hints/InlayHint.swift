import SchemaParser

/// Something that the schema implies, shown in the text although it does not stand there.
public struct InlayHint: Hashable, Sendable {
  /// Which hints are wanted.
  public struct Options: Hashable, Sendable {
    /// `onDelete` of relations that don't state it.
    public var referentialActions = true
    /// The names that keys, indexes, foreign keys and defaults get in the database.
    public var constraintNames = false
    /// The other field of a relation.
    public var oppositeFields = true

    public init() {}
  }

  /// Where it is shown: UTF-8 bytes from the start of the file.
  public let offset: Int
  /// What is shown, but for ``name``.
  public let text: String
  /// The name behind it, which ``target`` explains, nil when there is none.
  public let name: String?
  /// What the name stands for.
  public let target: FileRange?
  /// More on it, in words.
  public let tooltip: String
  /// Whether inserting ``text`` at ``offset`` makes explicit what is implied.
  public let canBeInserted: Bool
}
