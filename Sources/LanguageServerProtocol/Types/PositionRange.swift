/// LSP's `Range`: a stretch of a document, half-open. (Swift has a `Range` of its own.)
package struct PositionRange: Codable, Hashable, Sendable {
  /// Where it begins.
  package var start: Position
  /// Where it ends; the character there does not belong to it.
  package var end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}
