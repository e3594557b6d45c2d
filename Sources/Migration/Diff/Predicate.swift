/// Compares conditions of partial indexes: blanks and needless parentheses do not count.
enum Predicate {
  /// The parts of a condition, without the parentheses that change nothing: those around the whole, and
  /// around a single part that is no list of arguments.
  ///
  /// One pass: when a pair closes, it is known how many parts stand between.
  static func tokens(_ text: String) -> [String] {
    let tokens = split(text)
    var isKept = [Bool](repeating: true, count: tokens.count)
    // For each open pair: where it opens, whether it belongs to a call, and the parts in it so far.
    var open: [(start: Int, isCall: Bool, parts: Int)] = [(-1, false, 0)]
    var lastGroup: (start: Int, end: Int, isCall: Bool)?
    for (index, token) in tokens.enumerated() {
      if token == "(" {
        let isCall =
          index > 0 && isWord(tokens[index - 1])
          && !operators.contains(tokens[index - 1].uppercased())
        open.append((index, isCall, 0))
      } else if token == ")", open.count > 1, let group = open.popLast() {
        if !group.isCall, group.parts == 1 {
          isKept[group.start] = false
          isKept[index] = false
        } else {
          lastGroup = (group.start, index, group.isCall)
        }
        open[open.count - 1].parts += 1
      } else {
        open[open.count - 1].parts += 1
      }
    }
    if open.count == 1, open[0].parts == 1, let group = lastGroup, !group.isCall {
      isKept[group.start] = false
      isKept[group.end] = false
    }
    return zip(tokens, isKept).filter(\.1).map(\.0)
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
