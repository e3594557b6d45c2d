/// A replacement of one stretch of a document.
public struct TextEdit: Codable, Hashable, Sendable {
  /// What is replaced; empty for an insertion.
  public var range: PositionRange
  /// What stands there afterwards.
  public var newText: String

  public init(range: PositionRange, newText: String) {
    self.range = range
    self.newText = newText
  }
}
