/// Compares conditions of partial indexes: blanks and needless parentheses do not count.
enum Predicate {
  /// The parts of a condition, without the parentheses that change nothing.
  static func tokens(_ text: String) -> [String] {
    var tokens = split(text)
    var isChanged = true
    while isChanged {
      isChanged = false
      let partners = partners(in: tokens)
      for (open, close) in partners where isNeedless(open, close, in: tokens, partners) {
        tokens.remove(at: close)
        tokens.remove(at: open)
        isChanged = true
        break
      }
    }
    return tokens
  }

  /// Whether a pair encloses the whole, a single part, or just another pair, and is no call's.
  private static func isNeedless(
    _ open: Int, _ close: Int, in tokens: [String], _ partners: [Int: Int]
  ) -> Bool {
    if open == 0, close == tokens.count - 1 { return true }
    if open > 0, isWord(tokens[open - 1]), !operators.contains(tokens[open - 1].uppercased()) {
      return false
    }
    if partners[open + 1] == close - 1 { return true }
    return close == open + 2
  }

  /// For each opening parenthesis the closing one, in ascending order of the openings.
  private static func partners(in tokens: [String]) -> [Int: Int] {
    var stack: [Int] = []
    var result: [Int: Int] = [:]
    for (index, token) in tokens.enumerated() {
      if token == "(" {
        stack.append(index)
      } else if token == ")", let open = stack.popLast() {
        result[open] = index
      }
    }
    return result
  }

  private static let operators: Set<String> = ["AND", "OR", "NOT", "IS", "IN", "LIKE", "BETWEEN"]

  private static func isWord(_ token: String) -> Bool {
    token.first.map { $0.isLetter || $0 == "_" } ?? false
  }

  private static func split(_ text: String) -> [String] {
    var tokens: [String] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if first == "'" || first == "\"" {
        let end =
          rest.dropFirst().firstIndex(of: first).map { rest.index(after: $0) } ?? rest.endIndex
        tokens.append(String(rest[..<end]))
        rest = rest[end...]
      } else if first.isLetter || first.isNumber || first == "_" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        tokens.append(String(word))
        rest = rest[word.endIndex...]
      } else {
        tokens.append(String(first))
        rest = rest.dropFirst()
      }
    }
    return tokens
  }
}
