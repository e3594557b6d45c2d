import SchemaParser

/// A block that was written on one line, such as `enum Role { USER, ADMIN }`.
///
/// The language has none: what stands behind an opening brace counts for nothing, and the closing brace
/// begins a line. So this is read only to tell what is wrong, and to write it as it is meant.
public struct OneLineBlock: Sendable {
  /// The word that begins it: `enum`.
  public let keyword: String
  /// Its name.
  public let name: String
  /// What stands between the braces, each as a line of its own, in order; may be empty.
  public let members: [String]
  /// The comment behind the closing brace; nil without one.
  public let comment: String?

  /// Reads a line without its line end; nil when it is no such block.
  public init?(_ line: some StringProtocol) {
    let bytes = Array(line.utf8)
    guard let brace = bytes.firstIndex(of: UInt8(ascii: "{")) else { return nil }
    let words = bytes[..<brace].split { $0 == 0x20 || $0 == 0x09 }
      .map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 2, SyntaxBlock.keywords.contains(words[0]),
      let (tokens, end) = Self.tokens(of: bytes, from: brace + 1)
    else { return nil }
    let rest = bytes[end...].drop { $0 == 0x20 || $0 == 0x09 }
    guard rest.isEmpty || rest.starts(with: "//".utf8) else { return nil }
    (keyword, name) = (words[0], words[1])
    members = Self.members(of: tokens, keyword: keyword)
    comment = rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
  }

  /// Its lines as they are meant: the header with the comment, the members, and the brace.
  public func lines(indent: String) -> [String] {
    ["\(keyword) \(name) {" + (comment.map { " " + $0 } ?? "")] + members.map { indent + $0 } + [
      "}"
    ]
  }

  /// What its members are called.
  public var memberKind: String {
    switch keyword {
    case "enum": "value"
    case "datasource", "generator": "property"
    default: "field"
    }
  }

  /// What to do about it.
  var advice: String {
    "write each \(memberKind) of `\(name)` on a line of its own, and `}` on the last"
  }

  // MARK: Reading

  /// The words up to the closing brace, a comma or semicolon among them as one of its own, and the offset
  /// behind the brace. What stands in brackets or quotes belongs to its word. Nil without a brace.
  private static func tokens(of bytes: [UInt8], from start: Int) -> (words: [String], end: Int)? {
    var words: [String] = []
    var word = start
    var depth = 0
    var at = start
    func finish() {
      if word < at { words.append(String(decoding: bytes[word..<at], as: UTF8.self)) }
      word = at + 1
    }
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        guard let end = endOfString(at, in: bytes) else { return nil }
        at = end
      case UInt8(ascii: "/") where at + 1 < bytes.count && bytes[at + 1] == byte: return nil
      case UInt8(ascii: "}") where depth == 0:
        finish()
        return (words, at + 1)
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return nil }
        depth -= 1
      case 0x20, 0x09:
        if depth == 0 { finish() }
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
        if depth == 0 {
          finish()
          words.append(byte == UInt8(ascii: "=") ? "=" : ",")
        }
      default: break
      }
      at += 1
    }
    return nil
  }

  /// The offset of the quote that closes the string at `start`.
  private static func endOfString(_ start: Int, in bytes: [UInt8]) -> Int? {
    var at = start + 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return at < bytes.count ? at : nil
  }

  /// Puts the words of each member together: a value, a field or a property, with the attributes behind it.
  private static func members(of words: [String], keyword: String) -> [String] {
    let isProperty = keyword == "datasource" || keyword == "generator"
    // The words that a member has before its attributes.
    let size = isProperty ? 3 : keyword == "enum" ? 1 : 2
    var members: [[String]] = []
    var isOpen = false
    for word in words {
      if word == "," {
        isOpen = false
        continue
      }
      let isAttribute = word.hasPrefix("@") && !word.hasPrefix("@@") || word.hasPrefix("(")
      let isFull =
        (members.last?.count ?? 0) >= size || members.last?.last?.hasPrefix("@") ?? false
      if isOpen, isAttribute || !isFull && !word.hasPrefix("@@") {
        members[members.count - 1].append(word)
      } else {
        members.append([word])
        isOpen = true
      }
    }
    return members.map { $0.joined(separator: " ") }
  }
}

extension SyntaxBlock {
  /// The longest line that is read as a block: nobody writes a longer one, and each finding may ask.
  private static let longestLine = 2_000

  /// The block on one line that begins at `offset`, and its range; nil when there is none.
  public func oneLineBlock(at offset: Int) -> (block: OneLineBlock, range: TextRange)? {
    guard offset >= 0 else { return nil }
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      end += 1
      if end - offset > Self.longestLine { return nil }
    }
    let range = TextRange(offset, end)
    return OneLineBlock(text(range)).map { ($0, range) }
  }

  /// The declaration of this block, if it was written on one line and has what follows for its body.
  public var oneLineDeclaration: (block: OneLineBlock, range: TextRange)? {
    declaration.flatMap { oneLineBlock(at: Syntax(block: self, index: $0).range.start) }
  }
}
