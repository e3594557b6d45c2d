/// One change of a document's text.
public struct TextDocumentContentChangeEvent: Codable, Hashable, Sendable {
  /// What is replaced; nil when `text` is the whole new text.
  public let range: PositionRange?
  /// What stands there afterwards.
  public let text: String
}
