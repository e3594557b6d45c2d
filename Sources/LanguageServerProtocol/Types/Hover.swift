/// What is shown about a place.
package struct Hover: Hashable, Sendable, JSONWritable {
  /// The text.
  package var contents: MarkupContent
  /// What the text is about.
  package var range: PositionRange

  package init(contents: MarkupContent, range: PositionRange) {
    self.contents = contents
    self.range = range
  }

  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("contents", contents)
    writer.member("range", range)
    writer.closeObject()
  }
}
