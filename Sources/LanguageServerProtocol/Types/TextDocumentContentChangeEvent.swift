/// One change of a document's text.
package struct TextDocumentContentChangeEvent: Codable, Hashable, Sendable {
  /// What is replaced; nil when `text` is the whole new text.
  package let range: PositionRange?
  /// What stands there afterwards.
  package let text: String
}
