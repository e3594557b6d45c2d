import SchemaParser

extension SyntaxBlock {
  /// What the comments say that document the declaration of the block; nil without any.
  ///
  /// Those that stand right above it count: a blank line in between parts them from it.
  package var declarationDocumentation: String? {
    guard let declaration else { return nil }
    var comments: [Syntax] = []
    for node in roots {
      if node.index == declaration { break }
      if !node.kind.isComment { comments = [] }
      if let last = comments.last, !meet(last, node) { comments = [] }
      if node.kind.isComment { comments.append(node) }
    }
    let node = Syntax(block: self, index: declaration)
    guard let last = comments.last, meet(last, node) else { return nil }
    return Self.text(of: comments)
  }

  /// What the comments say that document a member of the declaration: a field or an enum value; nil
  /// without any.
  ///
  /// The last run of comments above it counts, even with blank lines and block attributes in between,
  /// and the comment at the end of its line.
  package func memberDocumentation(_ member: Syntax) -> String? {
    guard let declaration else { return nil }
    var comments: [Syntax] = []
    for node in Syntax(block: self, index: declaration).children {
      if node.index == member.index { break }
      switch node.kind {
      case .comment, .docComment, .blockComment:
        if let last = comments.last, !meet(last, node) { comments = [] }
        comments.append(node)
      case .field, .enumValue: comments = []
      default: break
      }
    }
    let above = Self.text(of: comments)
    let behind = Self.text(of: member.children.filter(\.kind.isComment))
    return [above, behind].compactMap(\.self).isEmpty
      ? nil : [above, behind].compactMap(\.self).joined(separator: "\n")
  }

  /// Whether at most one line end stands between two nodes.
  private func meet(_ first: Syntax, _ second: Syntax) -> Bool {
    let low = first.range.end
    let high = second.range.start
    guard low <= high else { return false }
    var ends = 0
    for start in lineStarts.reversed() where Int(start) <= high {
      if Int(start) <= low { break }
      ends += 1
      if ends > 1 { return false }
    }
    return true
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
