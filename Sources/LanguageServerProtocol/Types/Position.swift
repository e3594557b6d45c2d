/// A place in a document: a line and a character in it, both from 0.
///
/// What `character` counts is negotiated, see ``PositionEncodingKind``. A client may send any number,
/// also one behind the line's end or a negative one.
public struct Position: Codable, Hashable, Sendable, Comparable {
  /// The line, from 0.
  public var line: Int
  /// The number of code units before it on its line.
  public var character: Int

  public init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  public static func < (left: Position, right: Position) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}
