/// What can be selected around a place.
public struct SelectionRange: Hashable, Sendable {
  /// The smallest first, each in the next; not empty.
  public var ranges: [PositionRange]

  public init(ranges: [PositionRange]) { self.ranges = ranges }
}

extension SelectionRange: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    for (index, range) in ranges.enumerated() {
      if index > 0 { writer.name("parent") }
      writer.openObject()
      writer.member("range", range)
    }
    for _ in ranges { writer.closeObject() }
  }
}
