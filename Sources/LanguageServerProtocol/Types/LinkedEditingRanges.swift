/// Places that change together while one of them is edited.
public struct LinkedEditingRanges: Hashable, Sendable {
  /// The places, all with the same text.
  public var ranges: [PositionRange]
  /// A regular expression for the texts for which this goes on.
  public var wordPattern: String

  public init(ranges: [PositionRange], wordPattern: String) {
    self.ranges = ranges
    self.wordPattern = wordPattern
  }
}

extension LinkedEditingRanges: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("ranges", ranges)
    writer.member("wordPattern", wordPattern)
    writer.closeObject()
  }
}
