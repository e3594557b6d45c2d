extension SyntaxBlock {
  /// What the comments say that document the declaration of the block; nil without any.
  ///
  /// Those that stand right above it count: a blank line in between parts them from it.
  public var declarationDocumentation: String? { Self.text(of: commentsAbove) }

  /// The comments right above the declaration, documenting or not.
  public var commentsAbove: [Syntax] {
    guard let declaration else { return [] }
    var comments: [Syntax] = []
    for node in roots {
      if node.index == declaration { break }
      if !node.kind.isComment { comments = [] }
      if let last = comments.last, !meet(last, node) { comments = [] }
      if node.kind.isComment { comments.append(node) }
    }
    let node = Syntax(block: self, index: declaration)
    guard let last = comments.last, meet(last, node) else { return [] }
    return comments
  }

  /// What the comments say that document a member of the declaration: a field or an enum value; nil
  /// without any.
  public func memberDocumentation(_ member: Syntax) -> String? {
    memberDocumentation[member.range.start]
  }

  /// What the comments say that document the members of the declaration, by the offsets at which the
  /// members begin.
  ///
  /// The last run of comments above a member counts, even with blank lines and block attributes in
  /// between, and the comment at the end of its line.
  public var memberDocumentation: [Int: String] {
    guard let declaration else { return [:] }
    var found: [Int: String] = [:]
    var comments: [Syntax] = []
    for node in Syntax(block: self, index: declaration).children {
      switch node.kind {
      case .comment, .docComment, .blockComment:
        if let last = comments.last, !meet(last, node) { comments = [] }
        comments.append(node)
      case .field, .enumValue:
        let texts = [
          Self.text(of: comments), Self.text(of: node.children.filter(\.kind.isComment)),
        ]
        .compactMap(\.self)
        if !texts.isEmpty { found[node.range.start] = texts.joined(separator: "\n") }
        comments = []
      default: break
      }
    }
    return found
  }

  /// Whether at most one line end stands between two nodes.
  private func meet(_ first: Syntax, _ second: Syntax) -> Bool {
    let low = first.range.end
    let high = second.range.start
    guard low <= high else { return false }
    // The first line that begins behind `low`, by halving; the second must begin behind `high`.
    var line = 0
    var end = lineStarts.count
    while line < end {
      let middle = (line + end) / 2
      if Int(lineStarts[middle]) <= low { line = middle + 1 } else { end = middle }
    }
    return line + 1 >= lineStarts.count || Int(lineStarts[line + 1]) > high
  }

  /// The text of documenting comments, nil when none of them documents.
  private static func text(of comments: [Syntax]) -> String? {
    var lines: [String] = []
    for comment in comments {
      let text = comment.text
      switch comment.kind {
      case .docComment: lines.append(String(text.dropFirst(3).drop(while: \.isWhitespace)))
      case .blockComment:
        let inner = text.dropFirst(2).dropLast(text.hasSuffix("*/") ? 2 : 0)
        lines.append(trimmed(inner))
      default: break
      }
    }
    let text = lines.joined(separator: "\n")
    return trimmed(text[...]).isEmpty ? nil : text
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
