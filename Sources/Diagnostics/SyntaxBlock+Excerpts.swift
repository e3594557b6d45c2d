import SchemaParser

extension SyntaxBlock {
  /// What a message shows of `range`: the first of its lines without the blanks around it, and no
  /// more than 60 characters of that.
  func excerpt(_ range: TextRange) -> String {
    let line = firstLine(range)
    return line.count > 60 ? line.prefix(60) + "…" : String(line)
  }

  /// The first word of `range`: letters, digits, `_` and `-`.
  func firstWord(_ range: TextRange) -> String {
    let word = firstLine(range).prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    return String(word.prefix(60))
  }

  /// The type in `range`, without the `[`, `]`, `?` and `!` around it.
  func bareType(_ range: TextRange) -> String {
    func isMark(_ character: Character) -> Bool { "[]?!".contains(character) || isBlank(character) }
    var type = firstLine(range).drop(while: isMark)
    while let last = type.last, isMark(last) { type.removeLast() }
    return String(type.prefix(60))
  }

  /// Whether `range` reads like the line that opens a block.
  public func opensBlock(_ range: TextRange) -> Bool { Self.opensBlock(firstLine(range)) }

  /// Whether a line without the blanks around it reads like one that opens a block.
  public static func opensBlock(_ text: Substring) -> Bool {
    var line = text.firstRange(of: "//").map { text[..<$0.lowerBound] } ?? text
    while line.last?.isWhitespace == true { line.removeLast() }
    return line.last == "{" && line.contains(where: \.isWhitespace)
      && keywords.contains { keyword in
        line.hasPrefix(keyword) && line.dropFirst(keyword.count).first?.isWhitespace ?? false
      }
  }

  /// What to say of a line in a block that opens another one, nil when `range` is none.
  func openingLineMessage(_ range: TextRange) -> Message? {
    guard opensBlock(range) else { return nil }
    if let (oneLine, _) = oneLineDeclaration {
      return Message(
        "`\(excerpt(range))` stands inside of another block",
        note: """
          \(oneLine.keyword) `\(oneLine.name)` has its `}` on its first line, where it closes nothing
          """, help: oneLine.advice)
    }
    return Message(
      "`\(excerpt(range))` stands inside of another block", note: "the block before it has no `}`",
      help: "close the block before it with a `}` on a line of its own")
  }

  /// Whether the line of `range` ends with a comma.
  func endsWithComma(_ range: TextRange) -> Bool { firstLine(range).last == "," }

  /// The words that begin a block.
  static let keywords = ["model", "view", "type", "enum", "datasource", "generator"]

  /// The first line of `range` without the blanks around it. An invalid line can be as long as the
  /// file, so only its beginning is made a string.
  private func firstLine(_ range: TextRange) -> Substring {
    let text = Secrets.masked(text(TextRange(range.start, min(range.end, range.start + 400))))
    var line = text.prefix { !$0.isNewline }.drop(while: isBlank)
    while let last = line.last, isBlank(last) { line.removeLast() }
    return line
  }

  private func isBlank(_ character: Character) -> Bool { character.isWhitespace }
}
