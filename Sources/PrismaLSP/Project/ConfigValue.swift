/// A value in a configuration file, as far as it can be known without running the file: a string, a
/// variable of the environment, or the first of several of these that is there.
///
/// Understood are `"text"`, `env("X")`, `process.env.X` and `process.env["X"]`, with `??` or `||`
/// between them, and TypeScript's `!`, `as string` and `satisfies string` behind them.
struct ConfigValue: Hashable, Sendable {
  /// One of the alternatives.
  private enum Part: Hashable, Sendable {
    case text(String)
    case variable(String)
  }

  private var parts: [Part] = []
  /// Whether an empty part gives way to the next one: `||`, not `??`. One a part.
  private var giveWayWhenEmpty: [Bool] = []

  /// Reads the expression at `start`, nil for one that would have to be evaluated.
  init?(at start: Int, in tokens: [ScriptToken]) {
    var reader = Reader(tokens: tokens, index: start)
    while true {
      guard let part = reader.operand() else { return nil }
      parts.append(part)
      reader.skipAssertions()
      if reader.take("?", "?") {
        giveWayWhenEmpty.append(false)
      } else if reader.take("|", "|") {
        giveWayWhenEmpty.append(true)
      } else {
        giveWayWhenEmpty.append(false)
        if reader.isAtEnd { return }
        return nil
      }
    }
  }

  /// The value, nil when no alternative is there.
  func text(_ variable: (String) -> String?) -> String? {
    var last: String?
    for (part, givesWay) in zip(parts, giveWayWhenEmpty) {
      switch part {
      case .text(let text): last = text
      case .variable(let name): last = variable(name)
      }
      if let last, !(givesWay && last.isEmpty) { return last }
    }
    return last
  }

  /// The names of the variables that it is taken from, in order.
  var variables: [String] {
    parts.compactMap { part in if case .variable(let name) = part { name } else { nil } }
  }

  /// Goes through the tokens of an expression.
  private struct Reader {
    let tokens: [ScriptToken]
    var index: Int

    private func token(_ offset: Int = 0) -> ScriptToken? {
      let place = index + offset
      return tokens.indices.contains(place) ? tokens[place] : nil
    }

    /// Moves on behind `signs`, if they stand here.
    mutating func take(_ signs: Unicode.Scalar...) -> Bool {
      for (offset, sign) in signs.enumerated() where token(offset) != .sign(UInt8(ascii: sign)) {
        return false
      }
      index += signs.count
      return true
    }

    /// Whether the value ends here.
    var isAtEnd: Bool {
      guard let token = token() else { return true }
      return token == .sign(UInt8(ascii: ",")) || token == .sign(UInt8(ascii: "}"))
    }

    /// What says something to the type checker alone.
    mutating func skipAssertions() {
      while true {
        if take("!") { continue }
        guard token() == .word("as") || token() == .word("satisfies"),
          token(1) == .word("string") || token(1) == .word("const")
        else { return }
        index += 2
      }
    }

    mutating func operand() -> Part? {
      switch token() {
      case .string(let text):
        index += 1
        return .text(text)
      case .word("env"):
        index += 1
        // `env<Env>("X")` names the type of the environment.
        if take("<") {
          guard case .word = token() else { return nil }
          index += 1
          guard take(">") else { return nil }
        }
        guard take("("), case .string(let name) = token() else { return nil }
        index += 1
        return take(")") ? .variable(name) : nil
      case .word("process"):
        index += 1
        guard take("."), token() == .word("env") else { return nil }
        index += 1
        _ = take("?")
        if take("["), case .string(let name) = token() {
          index += 1
          return take("]") ? .variable(name) : nil
        }
        guard take("."), case .word(let name) = token() else { return nil }
        index += 1
        return .variable(name)
      default: return nil
      }
    }
  }
}
