/// The variables of a `.env` file.
///
/// Source: https://www.npmjs.com/package/dotenv, https://www.npmjs.com/package/dotenv-expand
enum DotEnvironment {
  /// The variables of `text`, by name; of several with one name the last counts.
  ///
  /// `${X}` and `$X` in values without single quotes stand for the variable of the process, else for
  /// that of the file; a variable that is not there is empty.
  static func parse(_ text: [UInt8], process: (String) -> String?) -> [String: String] {
    var variables: [String: String] = [:]
    var at = 0
    while at < text.count {
      let (name, value, isLiteral, next) = line(text, from: at)
      at = max(next, at + 1)
      guard let name, let value else { continue }
      variables[name] =
        isLiteral ? value : expand(value) { process($0) ?? variables[$0] ?? "" }
    }
    return variables
  }

  /// Reads one line; a value in quotes can go on over several.
  private static func line(
    _ text: [UInt8], from start: Int
  ) -> (name: String?, value: String?, isLiteral: Bool, next: Int) {
    var at = start
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    func skipBlanks() { while at < text.count, isBlank(text[at]) { at += 1 } }
    func endOfLine() -> Int {
      var end = at
      while end < text.count, text[end] != 0x0A { end += 1 }
      return end
    }
    func word() -> String {
      let begin = at
      while at < text.count, isNamePart(text[at]) { at += 1 }
      return String(decoding: text[begin..<at], as: UTF8.self)
    }
    skipBlanks()
    var name = word()
    if name == "export" {
      skipBlanks()
      name = word()
    }
    skipBlanks()
    guard !name.isEmpty, at < text.count, text[at] == UInt8(ascii: "=") else {
      return (nil, nil, true, endOfLine() + 1)
    }
    at += 1
    skipBlanks()
    if at < text.count, let quote = [UInt8]("\"'`".utf8).first(where: { $0 == text[at] }),
      let close = closingQuote(text, quote, from: at + 1)
    {
      var value = String(decoding: text[(at + 1)..<close], as: UTF8.self)
      at = close + 1
      if quote == UInt8(ascii: "\"") {
        value = value.replacing("\\n", with: "\n").replacing("\\r", with: "\r")
      }
      return (name, value, quote == UInt8(ascii: "'"), endOfLine() + 1)
    }
    let end = endOfLine()
    var stop = at
    while stop < end, text[stop] != UInt8(ascii: "#") { stop += 1 }
    while stop > at, isBlank(text[stop - 1]) { stop -= 1 }
    return (name, String(decoding: text[at..<stop], as: UTF8.self), false, end + 1)
  }

  private static func closingQuote(_ text: [UInt8], _ quote: UInt8, from start: Int) -> Int? {
    var at = start
    while at < text.count {
      if text[at] == UInt8(ascii: "\\") { at += 1 } else if text[at] == quote { return at }
      at += 1
    }
    return nil
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private static func expand(_ value: String, _ variable: (String) -> String) -> String {
    guard value.utf8.contains(UInt8(ascii: "$")) else { return value }
    // Lines like `A=$A$A` double a value each time.
    let limit = max(1 << 20, value.utf8.count)
    var result: [UInt8] = []
    var rest = Array(value.utf8)[...]
    while result.count <= limit, let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "$") {
        result.append(UInt8(ascii: "$"))
        rest.removeFirst()
        continue
      }
      guard byte == UInt8(ascii: "$") else {
        result.append(byte)
        continue
      }
      let isBraced = rest.first == UInt8(ascii: "{")
      let name = rest.dropFirst(isBraced ? 1 : 0).prefix {
        isNamePart($0) && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".")
      }
      let behind = rest[name.endIndex...]
      guard !name.isEmpty, !isBraced || behind.first == UInt8(ascii: "}") else {
        result.append(byte)
        continue
      }
      result += Array(variable(String(decoding: name, as: UTF8.self)).utf8)
      rest = isBraced ? behind.dropFirst() : behind
    }
    return String(decoding: result.prefix(limit), as: UTF8.self)
  }
}
