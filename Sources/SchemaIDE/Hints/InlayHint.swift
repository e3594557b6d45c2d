import SchemaParser

/// Something that the schema implies, shown in the text although it does not stand there.
package struct InlayHint: Hashable, Sendable {
  /// Which hints are wanted.
  package struct Options: Hashable, Sendable {
    /// `onDelete` of relations that don't state it.
    package var referentialActions = true
    /// The names that keys, indexes, foreign keys and defaults get in the database.
    package var constraintNames = false
    /// The other field of a relation.
    package var oppositeFields = true

    package init() {}
  }

  /// Where it is shown: UTF-8 bytes from the start of the file.
  package let offset: Int
  /// What is shown, but for ``name``.
  package let text: String
  /// The name behind it, which ``target`` explains, nil when there is none.
  package let name: String?
  /// What the name stands for.
  package let target: FileRange?
  /// More on it, in words.
  package let tooltip: String
  /// Whether inserting ``text`` at ``offset`` makes explicit what is implied.
  package let canBeInserted: Bool
}
