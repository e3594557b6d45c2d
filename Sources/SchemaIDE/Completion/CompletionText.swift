/// What accepting an item writes: text with stops at which a client that can pauses.
public struct CompletionText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A piece of it.
  public enum Piece: Hashable, Sendable {
    case text(String)
    /// A place to type at, with what stands there until then; empty when that is a free name.
    case stop(String)
    /// A place with several things to choose from, the likeliest first; at least one.
    case choice([String])
    /// Where the cursor is in the end. Without one it is behind the text.
    case end
  }

  /// The pieces, in order.
  public private(set) var pieces: [Piece]

  public init(_ pieces: [Piece]) { self.pieces = pieces }
  public init(_ text: String) { pieces = [.text(text)] }
  public init(stringLiteral value: String) { self.init(value) }

  /// Whether there is any place to pause at.
  public var hasStops: Bool {
    pieces.contains { if case .text = $0 { false } else { true } }
  }

  /// Whether it is more than one word: a space or a line end stands in it, outside of its stops.
  public var hasBlanks: Bool {
    pieces.contains { piece in
      guard case .text(let text) = piece else { return false }
      return text.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    }
  }

  /// Whether something has to be typed before it is complete.
  public var isUnfinished: Bool { pieces.contains(.stop("")) }

  /// What stands before the first parenthesis, nil when there is none.
  public var withoutArguments: CompletionText? {
    for (index, piece) in pieces.enumerated() {
      guard case .text(let text) = piece, let bracket = text.firstIndex(of: "(") else { continue }
      return CompletionText(pieces[..<index] + [.text(String(text[..<bracket]))])
    }
    return nil
  }

  /// The text with what stands at its stops at first.
  public var plain: String {
    pieces.map { piece in
      switch piece {
      case .text(let text), .stop(let text): text
      case .choice(let choices): choices.first ?? ""
      case .end: ""
      }
    }.joined()
  }

  /// The text in LSP's snippet syntax.
  public var snippet: String {
    var number = 0
    return pieces.map { piece in
      switch piece {
      case .text(let text): return Self.escaped(text, "$}\\")
      case .stop(let text):
        number += 1
        return text.isEmpty ? "$\(number)" : "${\(number):\(Self.escaped(text, "$}\\"))}"
      case .choice(let choices):
        number += 1
        let list = choices.map { Self.escaped($0, "$}\\,|") }.joined(separator: ",")
        return "${\(number)|\(list)|}"
      case .end: return "$0"
      }
    }.joined()
  }

  private static func escaped(_ text: String, _ special: String) -> String {
    text.contains(where: special.contains)
      ? text.reduce(into: "") { result, character in
        if special.contains(character) { result.append("\\") }
        result.append(character)
      } : text
  }

  /// Makes a text of literals and `\(stop: "…")`, `\(choice: […])`, `\(end: ())`.
  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { pieces.append(.text(literal)) }
    }
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    public mutating func appendInterpolation(_ text: CompletionText) { pieces += text.pieces }
    /// A place to type at.
    public mutating func appendInterpolation(stop: String) { pieces.append(.stop(stop)) }
    /// A place to choose at.
    public mutating func appendInterpolation(choice: [String]) {
      pieces.append(choice.count > 1 ? .choice(choice) : .stop(choice.first ?? ""))
    }
    /// Where the cursor ends.
    public mutating func appendInterpolation(end: Void) { pieces.append(.end) }
  }

  public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  public static func + (left: CompletionText, right: CompletionText) -> CompletionText {
    CompletionText(left.pieces + right.pieces)
  }
}
