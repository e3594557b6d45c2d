/// Writes SQL piece by piece. As bytes, since each piece that is appended to a `String` costs some 300
/// instructions, and a large schema has a million of them.
struct SQLWriter {
  private var bytes: [UInt8] = []

  /// - Parameter capacity: the number of bytes for which there is room from the start.
  init(capacity: Int = 128) { bytes.reserveCapacity(capacity) }

  /// What was written.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether nothing was written.
  var isEmpty: Bool { bytes.isEmpty }

  /// Appends words of the language.
  mutating func write(_ words: StaticString) {
    words.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a text as it is.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Appends a name between quotes.
  mutating func appendQuoted(_ name: String) {
    bytes.append(UInt8(ascii: "\""))
    append(name)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends names between quotes, with a comma and a blank between them.
  mutating func appendList(_ names: [String]) {
    for (place, name) in names.enumerated() {
      if place > 0 { write(", ") }
      appendQuoted(name)
    }
  }
}
