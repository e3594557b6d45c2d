/// What is shown about a place.
public struct Hover: Hashable, Sendable, JSONWritable {
  /// The text.
  public var contents: MarkupContent
  /// What the text is about.
  public var range: PositionRange

  public init(contents: MarkupContent, range: PositionRange) {
    self.contents = contents
    self.range = range
  }

  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("contents", contents)
    writer.member("range", range)
    writer.closeObject()
  }
}
