/// What can be selected around a place.
package struct SelectionRange: Hashable, Sendable {
  /// The smallest first, each in the next; not empty.
  package var ranges: [PositionRange]

  package init(ranges: [PositionRange]) { self.ranges = ranges }
}

extension SelectionRange: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    for (index, range) in ranges.enumerated() {
      if index > 0 { writer.name("parent") }
      writer.openObject()
      writer.member("range", range)
    }
    for _ in ranges { writer.closeObject() }
  }
}
