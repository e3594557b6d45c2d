import SchemaParser

extension Layout {
  /// Writes an attribute, argument list or expression with its canonical blanks: one after each `,`
  /// and `:` and inside the braces of an object, and none elsewhere.
  ///
  /// Which tokens those are is plain from the bytes, since a string is the only token that can hold
  /// one of these characters, and the parser has made sure that the stretch is well formed. So this is a
  /// walk over the bytes, whatever the nesting. Text that is canonical already is copied as one piece.
  mutating func writeExpression(from start: Int, to end: Int, of source: Source) {
    let bytes = source.bytes
    var copied = start  // what lies before it has been written
    var at = start
    while at < end {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        at = source.endOfString(from: at, to: end)
      case UInt8(ascii: ","):
        if at + 2 < end, bytes[at + 1] == UInt8(ascii: " "), source.startsPlainly(at: at + 2) {
          at += 2
          continue
        }
        append(source, from: copied, to: at)
        copied = source.skippingBlanks(from: at + 1, to: end)
        at = copied
        if at < end, bytes[at] != UInt8(ascii: ")") { append(", ") }
      case UInt8(ascii: ":"):
        if at + 2 < end, bytes[at + 1] == UInt8(ascii: " "), source.startsPlainly(at: at + 2) {
          at += 2
          continue
        }
        append(source, from: copied, to: at)
        append(": ")
        copied = source.skippingBlanks(from: at + 1, to: end)
        at = copied
      case UInt8(ascii: "{"):
        append(source, from: copied, to: at)
        append("{ ")
        copied = source.skippingBlanks(from: at + 1, to: end)
        at = copied
      case UInt8(ascii: "}"):
        append(source, from: copied, to: at)
        append(" }")
        at += 1
        copied = at
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x80...:
        let behind = source.skippingBlanks(from: at, to: end)
        if behind == at {
          at += 1  // a letter
        } else {
          append(source, from: copied, to: at)
          copied = behind
          at = behind
        }
      default:
        at += 1
      }
    }
    append(source, from: copied, to: end)
  }
}

extension Source {
  /// The offset behind the string that starts at `start`.
  func endOfString(from start: Int, to end: Int) -> Int {
    var at = start + 1
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "\""): return at + 1
      default: at += 1
      }
    }
    return end
  }

  /// Whether the byte at `at` is neither part of a blank nor one before which layout may change
  /// something. A letter outside of ASCII counts as if it was one of those: that costs a little
  /// time, and nothing else.
  fileprivate func startsPlainly(at: Int) -> Bool {
    switch bytes[at] {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ")"), 0x80...: false
    default: true
    }
  }
}
