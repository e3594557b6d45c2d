/// A JSON text as the type `jsonb` prints it: one blank behind `:` and `,`, members ordered by the length
/// of their names and then by bytes, the last of several with one name.
struct JSONBText {
  /// Nil for what is no JSON, and for what is nested too deep.
  let text: String?

  private static let depthLimit = 100

  init(_ source: String) {
    var reader = Reader(bytes: Array(source.utf8))
    let value = reader.value(depth: 0)
    text = reader.isAtEnd() ? value : nil
  }

  private struct Reader {
    let bytes: [UInt8]
    var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func isAtEnd() -> Bool {
      skipBlanks()
      return at == bytes.count
    }

    mutating func value(depth: Int) -> String? {
      skipBlanks()
      guard at < bytes.count, depth < JSONBText.depthLimit else { return nil }
      switch bytes[at] {
      case UInt8(ascii: "{"):
        return list(UInt8(ascii: "}"), depth) { reader in
          guard let name = reader.string(), reader.skip(UInt8(ascii: ":")) else { return nil }
          return reader.value(depth: depth + 1).map { (name, $0) }
        }.map { members in
          var last: [String: String] = [:]
          for (name, value) in members { last[name] = value }
          let sorted = last.sorted { left, right in
            let counts = (left.key.utf8.count, right.key.utf8.count)
            return counts.0 != counts.1
              ? counts.0 < counts.1 : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
          }
          return "{\(sorted.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
        }
      case UInt8(ascii: "["):
        return list(UInt8(ascii: "]"), depth) { reader in
          reader.value(depth: depth + 1).map { ("", $0) }
        }.map { "[\($0.map(\.1).joined(separator: ", "))]" }
      case UInt8(ascii: "\""): return string()
      default:
        let start = at
        while at < bytes.count, !isEnd(bytes[at]) { at += 1 }
        return start == at ? nil : String(decoding: bytes[start..<at], as: UTF8.self)
      }
    }

    private mutating func list(
      _ end: UInt8, _ depth: Int, _ entry: (inout Reader) -> (String, String)?
    ) -> [(String, String)]? {
      at += 1
      if skip(end) { return [] }
      var entries: [(String, String)] = []
      while true {
        guard let next = entry(&self) else { return nil }
        entries.append(next)
        if skip(end) { return entries }
        guard skip(UInt8(ascii: ",")) else { return nil }
      }
    }

    /// A text with its quotes, as it is written.
    private mutating func string() -> String? {
      skipBlanks()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return nil }
      let start = at
      at += 1
      while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
        at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard at < bytes.count else { return nil }
      at += 1
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"),
        UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""):
        true
      default: false
      }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
      skipBlanks()
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
      return true
    }

    private mutating func skipBlanks() {
      while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }
  }
}
