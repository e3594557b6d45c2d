/// Finds line ends.
public enum LineStarts {
  /// The offsets behind each line end (`\n`, `\r\n`, lone `\r`) of `text`, ascending.
  ///
  /// Eight bytes at a time: a word without a byte below 0x10 holds no line end.
  public static func find(in text: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var starts: [UInt32] = []
    // Lines of schemas are rarely shorter; a guess too low only costs a copy.
    starts.reserveCapacity(min(text.count / 24 + 1, 4096))
    let raw = UnsafeRawBufferPointer(text)
    var at = 0
    let count = text.count
    while at < count {
      if at &+ 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        // A byte below 0x10 without its high bit sets its high bit here; borrows can only add
        // false hits, which the scan below sorts out.
        if (word &- 0x1010_1010_1010_1010) & ~word & 0x8080_8080_8080_8080 == 0 {
          at &+= 8
          continue
        }
      }
      let end = min(at &+ 8, count)
      while at < end {
        let byte = text[at]
        at &+= 1
        if byte == 0x0A {
          starts.append(UInt32(truncatingIfNeeded: at))
        } else if byte == 0x0D {
          if at < count, text[at] == 0x0A { at &+= 1 }
          starts.append(UInt32(truncatingIfNeeded: at))
        }
      }
    }
    return starts
  }
}
