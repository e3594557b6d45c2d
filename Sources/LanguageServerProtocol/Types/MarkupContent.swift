/// A text with the way to show it.
public struct MarkupContent: Hashable, Sendable, JSONWritable {
  /// Whether ``value`` is Markdown; else it is plain text.
  public var isMarkdown: Bool
  /// The text.
  public var value: String

  public init(isMarkdown: Bool, value: String) {
    self.isMarkdown = isMarkdown
    self.value = value
  }

  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("kind", isMarkdown ? "markdown" : "plaintext")
    writer.member("value", value)
    writer.closeObject()
  }
}
