/// Finds the lines of offsets that are asked for in ascending order.
struct LineCounter {
  private let text: [UInt8]
  private var offset = 0
  private var line = 1

  init(_ text: [UInt8]) { self.text = text }

  /// The line from 1; of a place before the last one asked for it is that of the last one.
  mutating func line(of offset: Int) -> Int {
    while self.offset < offset, self.offset < text.count {
      if text[self.offset] == 0x0A { line += 1 }
      self.offset += 1
    }
    return line
  }
}
