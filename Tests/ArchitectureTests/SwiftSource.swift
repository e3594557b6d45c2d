/// A Swift file, taken apart just enough to look for words in its code.
struct SwiftSource {
  /// The code without comments and without what stands in string literals; interpolated code is
  /// kept. Line ends stay, so that lines have the numbers of the file.
  let code: String
  /// The text as it is in the file.
  let text: String

  init(_ text: String) {
    self.text = text
    var scanner = Scanner(Array(text.utf8))
    scanner.takeCode(inParentheses: false)
    code = String(decoding: scanner.code, as: UTF8.self)
  }

  /// The modules that the file imports, in order.
  var imports: [String] {
    code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") || $0 == "package" }
      guard words.first == "import", let module = words.dropFirst().first else { return nil }
      return String(module)
    }
  }

  /// The numbers, from 1, of the lines of the code that `pattern` matches.
  func lines(matching pattern: some RegexComponent) -> [Int] {
    code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains(pattern) }.map { $0.offset + 1 }
  }
}

/// Goes through the bytes of a file once. It doesn't know regular expression literals, so a quote
/// in one would mislead it.
private struct Scanner {
  private let bytes: [UInt8]
  private var index = 0
  private(set) var code: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private func isAt(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  /// Takes code up to the end of the file, or up to the parenthesis that ends an interpolation.
  mutating func takeCode(inParentheses: Bool) {
    var depth = 0
    while index < bytes.count {
      if isAt("//") {
        skip { $0 == UInt8(ascii: "\n") }
      } else if isAt("/*") {
        skipBlockComment()
      } else if isAt("\"") || isAt("#") && isRawString {
        skipString()
      } else {
        if isAt("(") { depth += 1 }
        if isAt(")") {
          if depth == 0 && inParentheses { return }
          depth -= 1
        }
        take()
      }
    }
  }

  private mutating func take() {
    code.append(bytes[index])
    index += 1
  }

  private mutating func skip(until isEnd: (UInt8) -> Bool) {
    while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    while index < bytes.count {
      if isAt("/*") {
        depth += 1
        index += 2
      } else if isAt("*/") {
        depth -= 1
        index += 2
        if depth == 0 { return }
      } else if isAt("\n") {
        take()
      } else {
        index += 1
      }
    }
  }

  private var isRawString: Bool {
    bytes[index...].first { $0 != UInt8(ascii: "#") } == UInt8(ascii: "\"")
  }

  private mutating func skipString() {
    var hashes: [UInt8] = []
    while isAt("#") {
      hashes.append(UInt8(ascii: "#"))
      index += 1
    }
    let quotes = [UInt8](repeating: UInt8(ascii: "\""), count: isAt("\"\"\"") ? 3 : 1)
    let end = quotes + hashes
    let escape = [UInt8(ascii: "\\")] + hashes
    index += quotes.count
    while index < bytes.count, !bytes[index...].starts(with: end) {
      if bytes[index...].starts(with: escape) {
        index += escape.count
        if isAt("(") {
          index += 1
          code.append(UInt8(ascii: "("))
          takeCode(inParentheses: true)
          code.append(UInt8(ascii: ")"))
        }
        index += 1
      } else if isAt("\n") {
        take()
      } else {
        index += 1
      }
    }
    index += end.count
    code.append(contentsOf: Array("\"\"".utf8))
  }
}
