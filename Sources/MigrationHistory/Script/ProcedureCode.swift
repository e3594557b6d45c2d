/// The code of a `DO` statement in PL/pgSQL, as far as its course can be followed.
///
/// Source: https://www.postgresql.org/docs/current/plpgsql.html
struct ProcedureCode {
  /// What is done when a block fails.
  struct Handler {
    /// The names of errors, in small letters.
    let conditions: [String]
    let body: [Step]
  }

  /// One step of the code. Ranges are bytes of the code.
  indirect enum Step {
    /// SQL to run.
    case statement(Range<Int>)
    /// `EXECUTE` with a constant: the token that it is written as.
    case execute(Range<Int>)
    case block([Step], handlers: [Handler])
    /// `IF`: the first condition that holds decides; the last part has none.
    case choice([(condition: Range<Int>?, body: [Step])])
    /// What leaves the structure alone: assignments, messages, queries, loops over data.
    case harmless
    /// What may change the structure in a way that is not followed.
    case unknown
  }

  /// The steps, in order.
  let steps: [Step]

  init(_ code: [UInt8]) {
    var parser = Parser(code: code)
    steps = parser.steps(until: [], depth: 0)
  }

  /// How deep blocks can be nested.
  private static let depthLimit = 40

  private struct Parser {
    let code: [UInt8]
    private var tokens: [SQLTokenizer.Token] = []
    private var at = 0

    init(code: [UInt8]) {
      self.code = code
      var tokenizer = SQLTokenizer(code)
      while let token = tokenizer.next() { tokens.append(token) }
    }

    /// The word at a place in small letters, empty for anything else.
    private func word(_ place: Int) -> String {
      guard place < tokens.count, case .word = tokens[place].kind, tokens[place].range.count < 24
      else { return "" }
      return String(decoding: code[tokens[place].range], as: UTF8.self).lowercased()
    }

    private func isSign(_ place: Int, _ sign: UInt8) -> Bool {
      guard place < tokens.count, case .sign(sign) = tokens[place].kind else { return false }
      return true
    }

    private func isSemicolon(_ place: Int) -> Bool { isSign(place, UInt8(ascii: ";")) }

    /// The steps up to one of `ends`, which is not passed.
    mutating func steps(until ends: Set<String>, depth: Int) -> [Step] {
      var steps: [Step] = []
      while at < tokens.count, !ends.contains(word(at)) {
        let start = at
        steps.append(step(depth: depth))
        // Something is passed at each turn, whatever the code looks like.
        if at == start { at += 1 }
      }
      return steps
    }

    private mutating func step(depth: Int) -> Step {
      if isSemicolon(at) {
        at += 1
        return .harmless
      }
      // `<<label>>`
      if isSign(at, UInt8(ascii: "<")) {
        while at < tokens.count, !isSign(at, UInt8(ascii: ">")) { at += 1 }
        at += 2
        return .harmless
      }
      guard depth < ProcedureCode.depthLimit else { return skipped() }
      switch word(at) {
      case "declare":
        return declaration(depth: depth)
      case "begin": return block(depth: depth)
      case "if": return choice(depth: depth)
      case "execute": return execution()
      case "for", "foreach", "while", "loop", "case": return compound()
      case "raise", "null", "perform", "return", "get", "open", "fetch", "close", "exit",
        "continue",
        "select", "with", "insert", "update", "delete", "assert", "grant", "revoke":
        return harmless()
      case "alter", "create", "drop", "comment", "set": return statement()
      default: return harmless()
      }
    }

    /// Passes variables, which may take values from queries.
    private mutating func declaration(depth: Int) -> Step {
      while at < tokens.count, word(at) != "begin" { at += 1 }
      return at < tokens.count ? block(depth: depth) : .harmless
    }

    private mutating func block(depth: Int) -> Step {
      at += 1
      let body = steps(until: ["end", "exception"], depth: depth + 1)
      var handlers: [Handler] = []
      if word(at) == "exception" {
        at += 1
        while word(at) == "when" {
          var conditions: [String] = []
          while at < tokens.count, word(at) != "then" {
            conditions.append(word(at))
            at += 1
          }
          at += 1
          let body = steps(until: ["when", "end"], depth: depth + 1)
          handlers.append(Handler(conditions: conditions, body: body))
        }
      }
      passEnd()
      return .block(body, handlers: handlers)
    }

    private mutating func choice(depth: Int) -> Step {
      var branches: [(condition: Range<Int>?, body: [Step])] = []
      while word(at) == "if" || word(at) == "elsif" || word(at) == "elseif" {
        at += 1
        let start = at
        while at < tokens.count, word(at) != "then" || isInCase(from: start) { at += 1 }
        let condition = start < at ? range(start, at) : nil
        at += 1
        branches.append(
          (condition ?? 0..<0, steps(until: ["elsif", "elseif", "else", "end"], depth: depth + 1)))
      }
      if word(at) == "else" {
        at += 1
        branches.append((nil, steps(until: ["end"], depth: depth + 1)))
      }
      passEnd()
      return .choice(branches)
    }

    /// Whether the place is within a `CASE` that began behind `start`.
    private func isInCase(from start: Int) -> Bool {
      var depth = 0
      for place in start..<at {
        if word(place) == "case" { depth += 1 }
        if word(place) == "end" { depth -= 1 }
      }
      return depth > 0
    }

    /// Passes `END IF;`, `END;` and `END label`.
    private mutating func passEnd() {
      while at < tokens.count, !isSemicolon(at) { at += 1 }
      at += 1
    }

    private mutating func execution() -> Step {
      let isConstant: Bool
      if at + 1 < tokens.count {
        switch tokens[at + 1].kind {
        case .string, .dollarString: isConstant = isSemicolon(at + 2)
        default: isConstant = false
        }
      } else {
        isConstant = false
      }
      if isConstant {
        let range = tokens[at + 1].range
        at += 3
        return .execute(range)
      }
      return isDataFormat ? harmless() : skipped()
    }

    /// Whether it is `EXECUTE format('UPDATE %I …', …)`: the text deals with data, and what is put into it as a
    /// name or as a constant can't make it anything else.
    private var isDataFormat: Bool {
      guard word(at + 1) == "format", isSign(at + 2, UInt8(ascii: "(")), at + 3 < tokens.count,
        case .string = tokens[at + 3].kind
      else { return false }
      let token = code[tokens[at + 3].range]
      guard token.first == UInt8(ascii: "'") else { return false }
      let text = Array(token.dropFirst().dropLast())
      var isPlaceholder = false
      for byte in text {
        if isPlaceholder {
          guard [UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "%")].contains(byte) else {
            return false
          }
          isPlaceholder = false
        } else {
          isPlaceholder = byte == UInt8(ascii: "%")
        }
      }
      let statements = ScriptStatement.split(text)
      guard statements.count == 1, let first = statements.first?.firstWords.first else {
        return false
      }
      return ["refresh", "update", "insert", "delete", "analyze", "notify"].contains(first)
    }

    /// A loop or `CASE` up to its end: followed only as far as to see whether it deals with data alone.
    private mutating func compound() -> Step {
      var depth = 0
      var isHarmless = true
      while at < tokens.count {
        switch word(at) {
        case "loop", "if", "case", "begin": depth += 1
        case "end":
          depth -= 1
          // `END LOOP`, `END IF`, `END CASE`
          if ["loop", "if", "case"].contains(word(at + 1)) { at += 1 }
        case "alter", "create", "drop", "execute", "comment": isHarmless = false
        default: break
        }
        at += 1
        if depth <= 0, at > 0, isSemicolon(at) { break }
      }
      at += 1
      return isHarmless ? .harmless : .unknown
    }

    /// Up to the semicolon, whatever it is.
    private mutating func skipped() -> Step {
      while at < tokens.count, !isSemicolon(at) { at += 1 }
      at += 1
      return .unknown
    }

    private mutating func harmless() -> Step {
      _ = skipped()
      return .harmless
    }

    private mutating func statement() -> Step {
      let start = at
      _ = skipped()
      return .statement(range(start, min(at - 1, tokens.count)))
    }

    private func range(_ start: Int, _ end: Int) -> Range<Int> {
      guard start < end, end <= tokens.count else { return 0..<0 }
      return tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
    }
  }
}

extension ProcedureCode.Step {
  /// Whether it leaves the structure alone, whichever way it goes.
  var isHarmless: Bool {
    switch self {
    case .statement, .execute, .unknown: false
    case .harmless: true
    case .block(let steps, let handlers):
      steps.allSatisfy(\.isHarmless) && handlers.allSatisfy { $0.body.allSatisfy(\.isHarmless) }
    case .choice(let branches): branches.allSatisfy { $0.body.allSatisfy(\.isHarmless) }
    }
  }
}
