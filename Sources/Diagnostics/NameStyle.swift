import SchemaModel
import SchemaParser

/// How the words of a name are told apart.
public enum NameStyle: Int, Sendable {
  /// One word in lower case, which goes with `camel` and with `snake`.
  case lower
  /// `likeThis`
  case camel
  /// `like_this`
  case snake
  /// `LikeThis`
  case pascal

  /// The style of a name that stands at `range` of `bytes`; nil for an abbreviation in upper case, and for
  /// one that mixes styles.
  @inline(__always)
  init?(of bytes: UnsafeBufferPointer<UInt8>, at range: TextRange) {
    guard range.start < range.end, range.end <= bytes.count else { return nil }
    var hasUpper = false
    var hasLower = false
    var hasUnderscore = false
    for at in range.start..<range.end {
      switch bytes[at] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLower = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasUpper = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: "_"): hasUnderscore = true
      default: return nil
      }
    }
    let first = bytes[range.start]
    let underscore = UInt8(ascii: "_")
    guard hasLower, !(hasUpper && hasUnderscore), first != underscore,
      bytes[range.end - 1] != underscore
    else { return nil }
    let isPascal = first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
    self = isPascal ? .pascal : hasUpper ? .camel : hasUnderscore ? .snake : .lower
  }

  /// The style of a name in a block; nil for an abbreviation in upper case, and for one that mixes styles.
  public init?(of identifier: Identifier, in block: SyntaxBlock) {
    let style = block.bytes.withUnsafeBufferPointer { NameStyle(of: $0, at: identifier.range) }
    guard let style else { return nil }
    self = style
  }

  /// What it is called.
  public var title: String {
    switch self {
    case .lower: "lower case"
    case .camel: "camelCase"
    case .snake: "snake_case"
    case .pascal: "PascalCase"
    }
  }

  /// A name in this style.
  public func styled(_ name: String) -> String {
    let words = Self.words(of: name)
    switch self {
    case .lower, .snake: return words.map { $0.lowercased() }.joined(separator: "_")
    case .pascal: return words.map(Self.capitalized).joined()
    case .camel:
      return (words.first?.lowercased() ?? "") + words.dropFirst().map(Self.capitalized).joined()
    }
  }

  /// The words of a name. A run of capitals is one word, but its last one begins the next:
  /// `userHTTPPort` is `user`, `HTTP` and `Port`.
  private static func words(of name: String) -> [Substring] {
    var words: [Substring] = []
    for part in name.split(separator: "_") {
      var start = part.startIndex
      var at = start
      while at < part.endIndex {
        let next = part.index(after: at)
        if at > start, part[at].isUppercase {
          let isAfterLower = !part[part.index(before: at)].isUppercase
          let isBeforeLower = next < part.endIndex && part[next].isLowercase
          if isAfterLower || isBeforeLower {
            words.append(part[start..<at])
            start = at
          }
        }
        at = next
      }
      words.append(part[start...])
    }
    return words
  }

  private static func capitalized(_ word: Substring) -> String {
    word.prefix(1).uppercased() + word.dropFirst().lowercased()
  }
}
