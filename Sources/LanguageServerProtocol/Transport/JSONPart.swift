/// A few bytes of JSON that are put together and then appended at once: a hundred appends of one or two
/// bytes cost far more than what they write.
///
/// What does not fit is left out, so that a wrong capacity can't write where it must not.
public struct JSONPart: ~Copyable {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  /// What was written.
  var written: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: buffer[..<count])
  }

  /// Writes one byte.
  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    guard count < buffer.count else { return }
    buffer[count] = byte
    count += 1
  }

  /// Writes a text as it is.
  @inline(__always)
  public mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { copy($0) }
  }

  /// Writes bytes as they are.
  @inline(__always)
  mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= buffer.count - count, let source = bytes.baseAddress,
      let target = buffer.baseAddress
    else { return }
    // There is room, as was just seen.
    (target + count).update(from: source, count: bytes.count)
    count += bytes.count
  }

  /// The most bytes of a string of so many bytes: each may become `\u001b`.
  @inline(__always)
  static func stringLength(_ count: Int) -> Int { 6 * count + 2 }

  /// Writes a stretch of a text in UTF-8 as a string, with replacement characters where it is not UTF-8.
  mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    byte(UInt8(ascii: "\""))
    if text.contains(where: { $0 >= 0x7F || JSONWriter.mustEscape($0) }) {
      for byte in String(decoding: text, as: UTF8.self).utf8 { escaped(byte) }
    } else {
      copy(text)
    }
    byte(UInt8(ascii: "\""))
  }

  /// Writes a text as a string.
  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  /// Writes a byte of a string.
  mutating func escaped(_ byte: UInt8) {
    guard JSONWriter.mustEscape(byte) else { return self.byte(byte) }
    self.byte(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): self.byte(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): self.byte(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): self.byte(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): self.byte(byte)
    default:
      literal("u00")
      self.byte(UInt8(ascii: "0") + byte >> 4)
      let low = byte & 15
      self.byte(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }

  /// The most bytes of a number.
  static let numberLength = 20

  /// Writes a whole number.
  @inline(__always)
  public mutating func number(_ number: Int) {
    guard buffer.count - count >= Self.numberLength else { return }
    if number >= 0, number < 10 {
      byte(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number))
      return
    }
    if number < 0 { byte(UInt8(ascii: "-")) }
    var length = 1
    var bound: UInt = 10
    // 10¹⁹ is the largest power that fits.
    while length < 20, number.magnitude >= bound {
      length += 1
      bound = length < 20 ? bound &* 10 : bound
    }
    var rest = number.magnitude
    for index in stride(from: count + length - 1, through: count, by: -1) {
      buffer[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }
}
