/// A JSON value, for comparing two texts without regard to blanks and the order of members.
public enum JSONText: Equatable, Sendable {
  case null
  case boolean(Bool)
  /// The number as it is written.
  case number(String)
  /// The text between the quotes, with its escapes as they are.
  case string(String)
  case array([JSONText])
  /// The members by their names, which have their escapes as they are; the last of several with one name.
  case object([String: JSONText])

  /// How deep values may be nested: a text with more counts as one that can't be read.
  private static let maximumDepth = 128

  /// Reads a text; nil when it is no JSON.
  public init?(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    guard let value = reader.value(depth: 0), reader.isAtEnd() else { return nil }
    self = value
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func isAtEnd() -> Bool {
      skipBlanks()
      return at == bytes.count
    }

    mutating func value(depth: Int) -> JSONText? {
      skipBlanks()
      guard at < bytes.count, depth < JSONText.maximumDepth else { return nil }
      switch bytes[at] {
      case UInt8(ascii: "{"): return object(depth: depth)
      case UInt8(ascii: "["): return array(depth: depth)
      case UInt8(ascii: "\""): return string().map { .string($0) }
      case UInt8(ascii: "t"): return skip("true") ? .boolean(true) : nil
      case UInt8(ascii: "f"): return skip("false") ? .boolean(false) : nil
      case UInt8(ascii: "n"): return skip("null") ? .null : nil
      default: return number()
      }
    }

    private mutating func object(depth: Int) -> JSONText? {
      at += 1
      var members: [String: JSONText] = [:]
      skipBlanks()
      if skip("}") { return .object(members) }
      while true {
        skipBlanks()
        guard let name = string() else { return nil }
        skipBlanks()
        guard skip(":"), let value = value(depth: depth + 1) else { return nil }
        members[name] = value
        skipBlanks()
        if skip("}") { return .object(members) }
        guard skip(",") else { return nil }
      }
    }

    private mutating func array(depth: Int) -> JSONText? {
      at += 1
      var elements: [JSONText] = []
      skipBlanks()
      if skip("]") { return .array(elements) }
      while true {
        guard let value = value(depth: depth + 1) else { return nil }
        elements.append(value)
        skipBlanks()
        if skip("]") { return .array(elements) }
        guard skip(",") else { return nil }
      }
    }

    /// The text between quotes, with its escapes as they are: two spellings of one string are rare.
    private mutating func string() -> String? {
      guard skip("\"") else { return nil }
      let start = at
      while at < bytes.count {
        if bytes[at] == UInt8(ascii: "\"") {
          defer { at += 1 }
          return String(decoding: bytes[start..<at], as: UTF8.self)
        }
        at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
      }
      return nil
    }

    private mutating func number() -> JSONText? {
      let start = at
      while at < bytes.count, isPartOfNumber(bytes[at]) { at += 1 }
      let text = String(decoding: bytes[start..<at], as: UTF8.self)
      return Double(text) == nil ? nil : .number(text)
    }

    private func isPartOfNumber(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }

    private mutating func skipBlanks() {
      while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }

    private mutating func skip(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard at + count <= bytes.count else { return false }
      let matches = text.withUTF8Buffer { part in
        part.indices.allSatisfy { bytes[at + $0] == part[$0] }
      }
      if matches { at += count }
      return matches
    }
  }
}
