/// A replacement of one stretch of a document.
package struct TextEdit: Codable, Hashable, Sendable {
  /// What is replaced; empty for an insertion.
  package var range: PositionRange
  /// What stands there afterwards.
  package var newText: String

  package init(range: PositionRange, newText: String) {
    self.range = range
    self.newText = newText
  }
}
