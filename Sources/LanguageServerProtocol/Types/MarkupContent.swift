/// A text with the way to show it.
package struct MarkupContent: Hashable, Sendable, JSONWritable {
  /// Whether ``value`` is Markdown; else it is plain text.
  package var isMarkdown: Bool
  /// The text.
  package var value: String

  package init(isMarkdown: Bool, value: String) {
    self.isMarkdown = isMarkdown
    self.value = value
  }

  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("kind", isMarkdown ? "markdown" : "plaintext")
    writer.member("value", value)
    writer.closeObject()
  }
}
