extension Parser {
  /// What the expression parser looks for next.
  private enum Step {
    case value
    /// A value has ended; its container goes on.
    case completed
    /// The first argument of a list, or the one behind a comma.
    case argument(isFirst: Bool)
    case afterArgument
    case member
  }

  /// Parses an expression at `at`.
  mutating func expression() -> Bool { run(.value) }

  /// Parses the arguments whose opening parenthesis stands at `at`.
  mutating func argumentList() -> Bool {
    open.append(add(.argumentList, at, at))
    at += 1
    return run(.argument(isFirst: true))
  }

  /// Runs until what was open when it started has been closed.
  ///
  /// Containers are kept in ``open``, so depth costs no stack. False when the text is no expression:
  /// then the whole line is invalid.
  private mutating func run(_ first: Step) -> Bool {
    var base = open.count
    if case .argument = first { base -= 1 }
    var step = first
    while true {
      switch step {
      case .value:
        guard let next = valueStep() else { return false }
        step = next
      case .completed:
        if open.count == base { return true }
        guard let next = completedStep() else { return false }
        step = next
      case .argument(let isFirst):
        guard let next = argumentStep(isFirst: isFirst) else { return false }
        step = next
      case .afterArgument:
        guard let next = afterArgumentStep() else { return false }
        step = next
      case .member:
        skipBlanks()
        let end = afterIdentifier(at)
        guard end > at else { return false }
        let node = add(.objectMember, at, at)
        add(.name, at, end)
        at = afterBlanks(end)
        guard byte(at) == UInt8(ascii: ":") else { return false }
        at += 1
        open.append(node)
        step = .value
      }
    }
  }

  private mutating func valueStep() -> Step? {
    skipBlanks()
    let start = at
    let first = byte(at)
    switch first {
    case UInt8(ascii: "\""):
      return string() ? .completed : nil
    case UInt8(ascii: "["):
      let node = add(.array, start, start)
      at = afterBlanks(at + 1)
      if byte(at) == UInt8(ascii: "]") {
        at += 1
        close(node, at: at)
        return .completed
      }
      open.append(node)
      return .value
    case UInt8(ascii: "{") where dialect == .prisma7:
      let node = add(.object, start, start)
      at = afterBlanks(at + 1)
      if byte(at) == UInt8(ascii: "}") {
        at += 1
        close(node, at: at)
        return .completed
      }
      open.append(node)
      return .member
    case UInt8(ascii: "-"):
      return number() ? .completed : nil
    default:
      let end = afterPath(at)
      guard end > at else { return nil }
      let parenthesis = afterBlanks(end)
      if byte(parenthesis) == UInt8(ascii: "(") {
        open.append(add(.functionCall, start, start))
        add(.path, start, end)
        open.append(add(.argumentList, parenthesis, parenthesis))
        at = parenthesis + 1
        return .argument(isFirst: true)
      }
      if Characters.isDigit(first) { return number() ? .completed : nil }
      add(.constant, start, end)
      at = end
      return .completed
    }
  }

  /// Goes on in the innermost container behind a value.
  private mutating func completedStep() -> Step? {
    guard let node = open.last else { return nil }
    switch nodes[node].kind {
    case .array:
      skipBlanks()
      switch byte(at) {
      case UInt8(ascii: ","):
        at += 1
        return .value
      case UInt8(ascii: "]"):
        at += 1
        closeInnermost()
        return .completed
      default: return nil
      }
    case .objectMember:
      closeInnermost()
      skipBlanks()
      switch byte(at) {
      case UInt8(ascii: ","):
        at += 1
        return .member
      case UInt8(ascii: "}"):
        at += 1
        closeInnermost()
        return .completed
      default: return nil
      }
    case .argument:
      closeInnermost()
      return .afterArgument
    default:
      return nil
    }
  }

  private mutating func argumentStep(isFirst: Bool) -> Step? {
    skipBlanks()
    let next = byte(at)
    if isFirst {
      if next == UInt8(ascii: ")") { return closeArguments() }
      if next == UInt8(ascii: ",") {
        let comma = at
        at = afterBlanks(at + 1)
        guard byte(at) == UInt8(ascii: ")") else { return nil }
        add(.trailingComma, comma, comma + 1)
        return closeArguments()
      }
    }
    let node = add(.argument, at, at)
    let end = afterIdentifier(at)
    if end > at {
      let colon = afterBlanks(end)
      if byte(colon) == UInt8(ascii: ":") {
        add(.name, at, end)
        at = afterBlanks(colon + 1)
        let value = byte(at)
        if value == UInt8(ascii: ",") || value == UInt8(ascii: ")") {
          close(node, at: colon + 1)
          return .afterArgument
        }
      }
    }
    open.append(node)
    return .value
  }

  private mutating func afterArgumentStep() -> Step? {
    skipBlanks()
    switch byte(at) {
    case UInt8(ascii: ")"):
      return closeArguments()
    case UInt8(ascii: ","):
      let comma = at
      at = afterBlanks(at + 1)
      if byte(at) == UInt8(ascii: ")") {
        add(.trailingComma, comma, comma + 1)
        return closeArguments()
      }
      return .argument(isFirst: false)
    default:
      return nil
    }
  }

  /// Closes an argument list at its parenthesis, and the function call it belongs to.
  private mutating func closeArguments() -> Step {
    at += 1
    closeInnermost()
    if let node = open.last, nodes[node].kind == .functionCall { closeInnermost() }
    return .completed
  }

  private mutating func closeInnermost() {
    if let node = open.popLast() { close(node, at: at) }
  }

  // MARK: Literals

  /// A string at its opening quote.
  mutating func string() -> Bool {
    let start = at
    var end = start &+ 1
    var hasEscapes = false
    while true {
      let next = byte(end)
      if next == UInt8(ascii: "\"") { break }
      if next < 0x20 { return false }
      if next == UInt8(ascii: "\\") {
        hasEscapes = true
        end &+= 1
        if byte(end) < 0x20 { return false }
      }
      end &+= 1
    }
    add(.string, start, end &+ 1, flags: hasEscapes ? 1 : 0)
    at = end &+ 1
    if hasEscapes {
      for problem in StringLiteral.decode(text, from: start &+ 1, to: end).problems {
        report(problem.kind, problem.range.start, problem.range.end)
      }
    }
    return true
  }

  /// `[-] digits [. digits]`
  private mutating func number() -> Bool {
    let start = at
    var end = start
    if byte(end) == UInt8(ascii: "-") { end &+= 1 }
    guard Characters.isDigit(byte(end)) else { return false }
    while Characters.isDigit(byte(end)) { end &+= 1 }
    if byte(end) == UInt8(ascii: "."), Characters.isDigit(byte(end &+ 1)) {
      end &+= 1
      while Characters.isDigit(byte(end)) { end &+= 1 }
    }
    add(.number, start, end)
    at = end
    return true
  }
}
