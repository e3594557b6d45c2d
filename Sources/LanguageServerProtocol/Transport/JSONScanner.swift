/// Reads JSON front to back, as far as ``ScannedMessages`` needs it.
///
/// `JSONDecoder` spends some 80 instructions on each byte of a document's text, this some 4: a tenth
/// of the time between opening a 10 MB schema and its diagnostics. Every method returns nil or false
/// for what is not plain, valid JSON of the expected shape; then `JSONDecoder` finds out what it is.
/// A lone half of a surrogate pair becomes U+FFFD: JavaScript's strings may hold one.
struct JSONScanner {
  private let text: UnsafeBufferPointer<UInt8>
  /// The offset of what is read next.
  private var index = 0

  /// Nothing that is this deep is skipped.
  private static let depthLimit = 64

  /// - Parameter text: has to stay valid while the scanner is used.
  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Reads the members of an object; `member` reads the value of each, and says whether it could.
  mutating func object(_ member: (inout JSONScanner, String) -> Bool) -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      guard let name = string(), take(UInt8(ascii: ":")), member(&self, name) else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  /// Reads the elements of an array; `element` reads one, and says whether it could.
  mutating func array(_ element: (inout JSONScanner) -> Bool) -> Bool {
    guard take(UInt8(ascii: "[")) else { return false }
    if take(UInt8(ascii: "]")) { return true }
    repeat {
      guard element(&self) else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]"))
  }

  /// Reads a whole number.
  mutating func integer() -> Int? {
    skipBlanks()
    let isNegative = index < text.count && text[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let start = index
    var value = 0
    while index < text.count, isDigit(text[index]) {
      guard index - start < 18 else { return nil }
      value = value * 10 + Int(text[index] - UInt8(ascii: "0"))
      index += 1
    }
    let digits = index - start
    guard digits > 0, digits == 1 || text[start] != UInt8(ascii: "0") else { return nil }
    if index < text.count {
      switch text[index] {
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): return nil
      default: break
      }
    }
    return isNegative ? -value : value
  }

  /// Reads a string.
  mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    // Locals, since the loop is the hot one: a store to `self` in it costs half the speed.
    let text = text
    let start = index
    var end = start
    var hasEscape = false
    while true {
      end += Self.plainCount(text, from: end)
      guard end < text.count, text[end] != UInt8(ascii: "\"") else { break }
      if text[end] < 0x20 { return nil }
      if text[end] == UInt8(ascii: "\\") {
        hasEscape = true
        end += 1
      }
      end += 1
    }
    guard end < text.count else { return nil }
    index = end
    let raw = UnsafeBufferPointer(rebasing: text[start..<index])
    index += 1
    if !hasEscape { return String(validating: raw, as: UTF8.self) }
    let bytes = [UInt8](unsafeUninitializedCapacity: raw.count) { buffer, count in
      count = Self.unescape(raw, into: buffer) ?? 0
    }
    return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
  }

  /// The number of bytes from `start` on that stand for themselves, as far as that can be told by eight of
  /// them at a time.
  @inline(__always)
  private static func plainCount(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var at = start
    while at + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // A control character, a quote or a backslash sets its high bit here. Borrows can only add hits behind
      // a true one, so the first hit is one.
      let controls = word &- 0x20 &* ones
      let quotes = (word ^ 0x22 &* ones) &- ones
      let backslashes = (word ^ 0x5C &* ones) &- ones
      let hits = (controls | quotes | backslashes) & ~word & (0x80 &* ones)
      if hits != 0 { return at - start + UInt64(littleEndian: hits).trailingZeroBitCount / 8 }
      at += 8
    }
    return at - start
  }

  /// Reads a value of any kind; not numbers that are not whole, and no object with two members of a name.
  mutating func value(depth: Int = 0) -> JSONValue? {
    skipBlanks()
    guard depth < Self.depthLimit, index < text.count else { return nil }
    switch text[index] {
    case UInt8(ascii: "{"):
      var members: [String: JSONValue] = [:]
      let isRead = object { scanner, name in
        guard let value = scanner.value(depth: depth + 1) else { return false }
        return members.updateValue(value, forKey: name) == nil
      }
      return isRead ? .object(members) : nil
    case UInt8(ascii: "["):
      var elements: [JSONValue] = []
      let isRead = array { scanner in
        guard let value = scanner.value(depth: depth + 1) else { return false }
        elements.append(value)
        return true
      }
      return isRead ? .array(elements) : nil
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "t"): return takeWord("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return takeWord("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return takeWord("null") ? .null : nil
    default: return integer().map(JSONValue.integer)
    }
  }

  /// Passes over a value of any kind.
  mutating func skip(depth: Int = 0) -> Bool {
    skipBlanks()
    guard depth < Self.depthLimit, index < text.count else { return false }
    switch text[index] {
    case UInt8(ascii: "{"): return object { scanner, _ in scanner.skip(depth: depth + 1) }
    case UInt8(ascii: "["): return array { scanner in scanner.skip(depth: depth + 1) }
    case UInt8(ascii: "\""): return string() != nil
    case UInt8(ascii: "t"): return takeWord("true")
    case UInt8(ascii: "f"): return takeWord("false")
    case UInt8(ascii: "n"): return takeWord("null")
    default: return integer() != nil
    }
  }

  /// Whether only blanks are left.
  mutating func isAtEnd() -> Bool {
    skipBlanks()
    return index == text.count
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard index < text.count, text[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    let isThere = word.withUTF8Buffer { text[index...].starts(with: $0) }
    if isThere { index += word.utf8CodeUnitCount }
    return isThere
  }

  private mutating func skipBlanks() {
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): index += 1
      default: return
      }
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Copies `raw` with its escapes resolved, and returns how much that is; nil when one is wrong.
  /// Writes no more than was read.
  private static func unescape(
    _ raw: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    var read = 0
    while read < raw.count {
      var clean = read
      while clean < raw.count, raw[clean] != UInt8(ascii: "\\") { clean += 1 }
      if clean > read {
        let part = UnsafeBufferPointer(rebasing: raw[read..<clean])
        _ = UnsafeMutableBufferPointer(rebasing: buffer[count...]).update(fromContentsOf: part)
        count += clean - read
        read = clean
        continue
      }
      guard read + 1 < raw.count else { return nil }
      let escape = raw[read + 1]
      read += 2
      switch escape {
      case UInt8(ascii: "n"): buffer[count] = UInt8(ascii: "\n")
      case UInt8(ascii: "r"): buffer[count] = UInt8(ascii: "\r")
      case UInt8(ascii: "t"): buffer[count] = UInt8(ascii: "\t")
      case UInt8(ascii: "b"): buffer[count] = 8
      case UInt8(ascii: "f"): buffer[count] = 12
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): buffer[count] = escape
      case UInt8(ascii: "u"):
        guard let scalar = scalar(in: raw, at: &read) else { return nil }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[count] = byte
          count += 1
        }
        continue
      default: return nil
      }
      count += 1
    }
    return count
  }

  /// Reads what stands behind `\u`, and the second half of a pair.
  private static func scalar(
    in raw: UnsafeBufferPointer<UInt8>, at index: inout Int
  ) -> Unicode.Scalar? {
    guard let first = unit(in: raw, at: index) else { return nil }
    index += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, index + 1 < raw.count, raw[index] == UInt8(ascii: "\\"),
      raw[index + 1] == UInt8(ascii: "u"), let second = unit(in: raw, at: index + 2),
      (0xDC00...0xDFFF).contains(second)
    {
      index += 6
      return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    }
    return "\u{FFFD}"
  }

  /// Four hexadecimal digits.
  private static func unit(in raw: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
    guard index + 4 <= raw.count else { return nil }
    var value: UInt16 = 0
    for byte in raw[index..<(index + 4)] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
