/// Places that change together while one of them is edited.
package struct LinkedEditingRanges: Hashable, Sendable {
  /// The places, all with the same text.
  package var ranges: [PositionRange]
  /// A regular expression for the texts for which this goes on.
  package var wordPattern: String

  package init(ranges: [PositionRange], wordPattern: String) {
    self.ranges = ranges
    self.wordPattern = wordPattern
  }
}

extension LinkedEditingRanges: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("ranges", ranges)
    writer.member("wordPattern", wordPattern)
    writer.closeObject()
  }
}
