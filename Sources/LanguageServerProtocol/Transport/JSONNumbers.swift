/// A JSON array of whole numbers, written while they come: a large schema has a million of them, and an
/// array of the numbers themselves would be larger than its text.
package struct JSONNumbers: Hashable, Sendable {
  /// The numbers in decimal with commas between.
  private var text: [UInt8] = []

  package init() {}

  /// Whether there are none.
  package var isEmpty: Bool { text.isEmpty }

  /// Makes room for so many more bytes of text.
  package mutating func reserve(_ count: Int) { text.reserveCapacity(text.count + count) }

  /// Adds five numbers, which is what semantic tokens have each.
  package mutating func append(
    _ first: Int, _ second: Int, _ third: Int, _ fourth: Int, _ fifth: Int
  ) {
    let comma = UInt8(ascii: ",")
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 5 * (JSONPart.numberLength + 1)) {
      var part = JSONPart($0)
      if !text.isEmpty { part.byte(comma) }
      part.number(first)
      part.byte(comma)
      part.number(second)
      part.byte(comma)
      part.number(third)
      part.byte(comma)
      part.number(fourth)
      part.byte(comma)
      part.number(fifth)
      text.append(contentsOf: part.written)
    }
  }
}

extension JSONNumbers: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openArray()
    if !text.isEmpty { writer.raw(text) }
    writer.closeArray()
  }
}
