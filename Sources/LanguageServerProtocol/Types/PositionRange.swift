/// LSP's `Range`: a stretch of a document, half-open. (Swift has a `Range` of its own.)
public struct PositionRange: Codable, Hashable, Sendable {
  /// Where it begins.
  public var start: Position
  /// Where it ends; the character there does not belong to it.
  public var end: Position

  public init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}
