/// What bytes and scalars are in the grammar.
enum Characters {
  /// Whether an ASCII byte begins an identifier: a letter or digit.
  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    // &-: a wrapped difference is large, so the comparison fails as it should.
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  @inline(__always)
  static func isNewline(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Decodes the scalar at `at`; nil for an invalid or truncated sequence.
  static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, at: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard at < text.count else { return nil }
    let first = text[at]
    let length: Int
    var value: UInt32
    switch first {
    case 0x00...0x7F: return (Unicode.Scalar(first), 1)
    case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard at + length <= text.count else { return nil }
    for offset in 1..<length {
      let byte = text[at + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // Overlong forms and surrogates.
    if length == 3 && value < 0x800 || length == 4 && value < 0x10000 { return nil }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  /// The length of the letter (Unicode category L) at `at`, which is not ASCII; 0 for anything else.
  @inline(never)
  static func letterLength(_ text: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
    guard let (scalar, length) = scalar(text, at: at) else { return 0 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return length
    default:
      return 0
    }
  }

  /// The length of the blank (Unicode category Zs) at `at`, which is not ASCII; 0 for anything else.
  @inline(never)
  static func blankLength(_ text: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
    guard let (scalar, length) = scalar(text, at: at) else { return 0 }
    return scalar.properties.generalCategory == .spaceSeparator ? length : 0
  }
}
