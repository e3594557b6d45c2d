/// One statement of a script.
struct ScriptStatement {
  /// Its bytes in the script, without blanks, comments and semicolon around it.
  var range: Range<Int>
  /// The words without quotes at its start, in small letters, at most four.
  var firstWords: [String] = []
  /// Words that are looked for: whether `into` or `set_config` is among the words.
  var selectsIntoOrSets = false
  /// How deep its parts can be nested, at most: what the parser does recursively.
  var depth = 0

  private mutating func extend(to end: Int) { range = range.lowerBound..<end }
  private mutating func deepen(to length: Int) { depth = max(depth, length) }

  /// The statements of a script, in order.
  ///
  /// Semicolons end them that don't stand in parentheses, nor in the body of a function that is written
  /// without quotes (`BEGIN ATOMIC … END`).
  static func split(_ script: [UInt8]) -> [ScriptStatement] {
    var splitter = Splitter(script: script)
    return splitter.run()
  }

  private struct Splitter {
    let script: [UInt8]
    private var statements: [ScriptStatement] = []
    private var current: ScriptStatement?
    /// For each open parenthesis how many tokens stand before it since the last comma; the last entry is
    /// that of the innermost one.
    private var chains = [0]
    /// The sum of `chains`.
    private var length = 0
    private var atomicDepth = 0
    private var previousWord = ""

    init(script: [UInt8]) { self.script = script }

    mutating func run() -> [ScriptStatement] {
      var tokens = SQLTokenizer(script)
      while let token = tokens.next() {
        if case .sign(UInt8(ascii: ";")) = token.kind {
          if chains.count == 1, atomicDepth == 0 { finish() } else { resetChain() }
          continue
        }
        if current == nil { current = ScriptStatement(range: token.range) }
        current?.extend(to: token.range.upperBound)
        count(token)
        if case .word = token.kind { look(at: token) } else { previousWord = "" }
      }
      finish()
      return statements
    }

    private mutating func finish() {
      if let current { statements.append(current) }
      current = nil
      chains = [0]
      length = 0
      atomicDepth = 0
      previousWord = ""
    }

    private mutating func count(_ token: SQLTokenizer.Token) {
      chains[chains.count - 1] += 1
      length += 1
      switch token.kind {
      case .sign(UInt8(ascii: "(")), .sign(UInt8(ascii: "[")): chains.append(0)
      case .sign(UInt8(ascii: ")")), .sign(UInt8(ascii: "]")):
        if chains.count > 1, let inner = chains.popLast() { length -= inner }
      case .sign(UInt8(ascii: ",")): resetChain()
      default: break
      }
      current?.deepen(to: length)
    }

    private mutating func resetChain() {
      length -= chains[chains.count - 1]
      chains[chains.count - 1] = 0
    }

    private mutating func look(at token: SQLTokenizer.Token) {
      guard token.range.count <= 12 else {
        previousWord = ""
        return
      }
      let word = String(decoding: script[token.range], as: UTF8.self).lowercased()
      if let count = current?.firstWords.count, count < 4 { current?.firstWords.append(word) }
      switch word {
      case "into", "set_config": current?.selectsIntoOrSets = true
      case "atomic" where previousWord == "begin": atomicDepth += 1
      case "case" where atomicDepth > 0: atomicDepth += 1
      case "end" where atomicDepth > 0: atomicDepth -= 1
      default: break
      }
      previousWord = word
    }
  }
}
