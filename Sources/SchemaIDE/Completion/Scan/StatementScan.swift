import SchemaParser

/// One member of a block as it is being typed: its words, attributes, arguments and lists, whether
/// closed or not. Offsets count from the start of the file.
///
/// The grammar makes one invalid line of what it can't read, and what is typed can rarely be read. So
/// this reads the tokens of the line, and takes what it finds: a bracket that is not closed ends where
/// an attribute begins, or with the line.
public struct StatementScan: Sendable {
  /// `@x` or `@@x(…)`.
  public struct Attribute: Sendable {
    /// Whether it is written with `@@`.
    public var isBlock: Bool
    /// Its name without `@`, such as `db.VarChar`; empty when it is missing.
    public var name: String
    /// From the `@` to the end of the name.
    public var nameRange: TextRange
    /// Its arguments, as an index into ``StatementScan/brackets``, nil without parentheses.
    public var arguments: Int?
  }

  /// `(…)`, `[…]` or `{…}`.
  public struct Bracket: Sendable {
    public enum Kind: Hashable, Sendable { case arguments, list, object }

    public var kind: Kind
    /// The name before the parenthesis: of an attribute, a function or a field; else empty.
    public var callee: String
    /// The bracket that it stands in, nil for none.
    public var parent: Int?
    /// What is between the brackets; an end that is missing is where the next attribute begins.
    public var inside: TextRange
    /// Whether the closing bracket is there.
    public var isClosed = false
    /// What the commas separate; at least one, which may be empty.
    public var entries: [Entry]
  }

  /// An argument, element or member.
  public struct Entry: Sendable {
    /// What stands before the colon.
    public var name: String?
    /// The place of ``name``.
    public var nameRange: TextRange?
    /// From behind the bracket or comma before it, to the next one.
    public var range: TextRange
    /// The tokens of the value, as indexes into ``StatementScan/tokens``.
    public var value: Range<Int>
    /// The bracket that the value is or ends with.
    public var bracket: Int?
  }

  /// The lines that it stands on, without the last line end.
  public let range: TextRange
  /// All tokens, in order.
  public let tokens: [SourceToken]
  /// The tokens before the first attribute or bracket.
  public private(set) var head: ArraySlice<SourceToken>
  /// The attributes, in order.
  public private(set) var attributes: [Attribute] = []
  /// The brackets, in order of their beginnings.
  public private(set) var brackets: [Bracket] = []
  private let source: SourceText
  init(_ source: SourceText, _ range: TextRange) {
    self.source = source
    self.range = range
    tokens = source.tokens(range)
    head = tokens.prefix { token in
      if case .open = token.kind { return false }
      return token.kind != .at && token.kind != .comment
    }
    scan()
  }

  /// The text of a token.
  public func text(_ token: SourceToken) -> String { source.text(token.range) }

  /// The text of a range on these lines.
  public func text(_ range: TextRange) -> String { source.text(range) }

  /// The value of an entry as it is written; empty when it is missing.
  public func text(_ entry: Entry) -> String {
    valueRange(entry).map(source.text) ?? ""
  }

  /// Where the value of an entry stands; nil when it is missing.
  public func valueRange(_ entry: Entry) -> TextRange? {
    guard let first = tokens[entry.value].first, let last = tokens[entry.value].last else {
      return nil
    }
    return TextRange(first.range.start, last.range.end)
  }

  /// The entry of `bracket` with this name.
  public func entry(_ name: String, in bracket: Int) -> Entry? {
    guard brackets.indices.contains(bracket) else { return nil }
    return brackets[bracket].entries.first { $0.name == name }
  }

  /// The elements of an entry's list as they are written, without empty ones; of any other value the
  /// value alone.
  public func elements(_ entry: Entry) -> [String] {
    if let bracket = entry.bracket, brackets[bracket].kind == .list {
      return brackets[bracket].entries.map { text($0) }.filter { !$0.isEmpty }
    }
    let value = text(entry)
    return value.isEmpty ? [] : [value]
  }

  /// The brackets around `offset`, the outermost first.
  public func brackets(around offset: Int) -> [Int] {
    brackets.indices.filter {
      brackets[$0].inside.start <= offset && offset <= brackets[$0].inside.end
    }
  }

  /// The index of the token that `offset` is in or directly behind. Of two that meet there a word or
  /// string is taken.
  public func token(at offset: Int) -> Int? {
    let found = tokens.indices.filter {
      tokens[$0].range.start <= offset && offset <= tokens[$0].range.end
    }
    return found.first { tokens[$0].kind == .word } ?? found.first
  }

  // MARK: Reading

  private mutating func scan() {
    var stack: [Int] = []
    var openCounts: [Bracket.Kind: Int] = [:]
    var at = 0
    while at < tokens.count {
      let token = tokens[at]
      switch token.kind {
      case .at:
        for bracket in stack.reversed() { close(bracket, at: token.range.start, token: at) }
        stack = []
        openCounts = [:]
        at = readAttribute(at)
        continue
      case .open(let byte):
        let bracket = open(byte, at, in: stack.last)
        stack.append(bracket)
        openCounts[brackets[bracket].kind, default: 0] += 1
      case .close(let byte):
        // A bracket closes the innermost of its kind; those inside of it are unfinished. One that closes
        // nothing is found out by the number of open ones, however deep they are nested.
        let kind = Self.kind(closedBy: byte)
        if openCounts[kind, default: 0] > 0 {
          var isFound = false
          while !isFound, let bracket = stack.popLast() {
            isFound = brackets[bracket].kind == kind
            openCounts[brackets[bracket].kind, default: 0] -= 1
            brackets[bracket].isClosed = isFound
            close(bracket, at: token.range.start, token: at)
          }
          extend(stack.last, with: at)
        }
      case .comma:
        if let bracket = stack.last {
          endEntry(of: bracket, at: token.range.start)
          brackets[bracket].entries.append(
            Entry(
              range: TextRange(token.range.end, token.range.end), value: (at + 1)..<(at + 1)))
        }
      case .colon:
        if let bracket = stack.last { name(bracket, at) }
      case .comment: break
      default: extend(stack.last, with: at)
      }
      at += 1
    }
    for bracket in stack.reversed() { close(bracket, at: range.end, token: tokens.count) }
  }

  private static func kind(closedBy byte: UInt8) -> Bracket.Kind {
    switch byte {
    case UInt8(ascii: ")"): .arguments
    case UInt8(ascii: "]"): .list
    default: .object
    }
  }

  /// Reads `@name.name` at the token `at`, returns the index behind it.
  private mutating func readAttribute(_ at: Int) -> Int {
    var next = at + 1
    var end = tokens[at].range.end
    var expectsWord = true
    while next < tokens.count, tokens[next].range.start == end,
      tokens[next].kind == (expectsWord ? .word : .dot)
    {
      end = tokens[next].range.end
      next += 1
      expectsWord.toggle()
    }
    attributes.append(
      Attribute(
        isBlock: tokens[at].range.count == 2,
        name: source.text(TextRange(tokens[at].range.end, end)),
        nameRange: TextRange(tokens[at].range.start, end)))
    return next
  }

  /// Notes a bracket that the token `at` opens, returns its index.
  private mutating func open(_ byte: UInt8, _ at: Int, in parent: Int?) -> Int {
    let index = brackets.count
    let start = tokens[at].range.end
    var bracket = Bracket(
      kind: byte == UInt8(ascii: "(") ? .arguments : byte == UInt8(ascii: "[") ? .list : .object,
      callee: "", parent: parent, inside: TextRange(start, start),
      entries: [Entry(range: TextRange(start, start), value: (at + 1)..<(at + 1))])
    if bracket.kind == .arguments {
      if parent == nil, let last = attributes.indices.last {
        bracket.callee = attributes[last].name
        if attributes[last].arguments == nil { attributes[last].arguments = index }
      } else {
        bracket.callee = path(before: at).joined(separator: ".")
      }
    }
    if let parent, let entry = brackets[parent].entries.indices.last {
      brackets[parent].entries[entry].bracket = index
    }
    extend(parent, with: at)
    brackets.append(bracket)
    return index
  }

  /// The words joined by dots that end before the token `at`.
  public func path(before at: Int) -> [String] {
    var words: [String] = []
    var index = at - 1
    while tokens.indices.contains(index), tokens[index].kind == .word {
      words.append(text(tokens[index]))
      guard tokens.indices.contains(index - 2), tokens[index - 1].kind == .dot else { break }
      index -= 2
    }
    return words.reversed()
  }

  /// Makes the token a part of the value that is being read.
  private mutating func extend(_ bracket: Int?, with token: Int) {
    guard let bracket, let entry = brackets[bracket].entries.indices.last else { return }
    let start = brackets[bracket].entries[entry].value.lowerBound
    brackets[bracket].entries[entry].value = min(start, token)..<(token + 1)
  }

  /// Makes what was read before the colon at the token `at` the name of the entry.
  private mutating func name(_ bracket: Int, _ at: Int) {
    guard let entry = brackets[bracket].entries.indices.last,
      brackets[bracket].entries[entry].name == nil,
      let word = tokens[brackets[bracket].entries[entry].value].first, word.kind == .word
    else { return }
    brackets[bracket].entries[entry].name = text(word)
    brackets[bracket].entries[entry].nameRange = word.range
    brackets[bracket].entries[entry].value = (at + 1)..<(at + 1)
  }

  private mutating func endEntry(of bracket: Int, at offset: Int) {
    guard let entry = brackets[bracket].entries.indices.last else { return }
    let start = brackets[bracket].entries[entry].range.start
    brackets[bracket].entries[entry].range = TextRange(start, offset)
  }

  private mutating func close(_ bracket: Int, at offset: Int, token: Int) {
    endEntry(of: bracket, at: offset)
    brackets[bracket].inside = TextRange(brackets[bracket].inside.start, offset)
    // What a bracket holds is part of the values around it.
    if token > 0, let parent = brackets[bracket].parent { extend(parent, with: token - 1) }
  }
}
