/// The bodies of blocks, by what their lines can be.
enum BodyKind: Int, CaseIterable {
  /// Of models, views and composite types.
  case fields
  case values
  case properties
}

extension Parser {
  /// Parses one item at the top level: a line end, a comment, a declaration, or an invalid line.
  ///
  /// - Returns: whether a block can end behind it: it was more than a line end or comment, and what
  ///   stands behind it can't change it.
  mutating func topLevelItem() -> Bool {
    skipBlanks()
    guard at < text.count else { return false }
    let first = text[at]
    if Characters.isNewline(first) {
      at = afterNewline(at)
      return false
    }
    if first == UInt8(ascii: "/"), comment() { return false }
    if Characters.isAlphanumeric(first) || first >= 0x80, let isClosed = declarationOrAlias() {
      return isClosed
    }
    let start = at
    at = afterNewline(lineEnd(from: at))
    add(.invalidLine, start, at)
    report(.invalidTopLevelLine, start, at)
    return true
  }

  /// Parses a comment of any form.
  mutating func comment() -> Bool {
    let start = at
    guard byte(at) == UInt8(ascii: "/") else { return false }
    switch byte(at + 1) {
    case UInt8(ascii: "/"):
      let kind: SyntaxKind = byte(at + 2) == UInt8(ascii: "/") ? .docComment : .comment
      at = lineEnd(from: at)
      add(kind, start, at)
      return true
    case UInt8(ascii: "*"):
      guard let end = commentEnd(from: at + 2) else { return false }
      at = end
      add(.blockComment, start, at)
      return true
    default:
      return false
    }
  }

  /// The offset behind the next `*/`, nil when there is none.
  private mutating func commentEnd(from offset: Int) -> Int? {
    if commentEndSearch.contains(offset) { return commentEndSearch.upperBound &+ 2 }
    if offset < missingCommentEnd {
      var end = offset
      while end &+ 1 < text.count {
        if text[end] == UInt8(ascii: "*") && text[end &+ 1] == UInt8(ascii: "/") {
          commentEndSearch = offset..<end
          return end &+ 2
        }
        end &+= 1
      }
      missingCommentEnd = offset
    }
    hitEnd = true
    dependsOnRest = true
    return nil
  }

  // MARK: Declarations

  /// - Returns: nil when there is none, else whether a block can end behind it.
  private mutating func declarationOrAlias() -> Bool? {
    switch text[at] {
    case UInt8(ascii: "m"):
      if matches("model", at: at), block(.model, keyword: 5, .fields) { return true }
    case UInt8(ascii: "v"):
      if matches("view", at: at), block(.view, keyword: 4, .fields) { return true }
    case UInt8(ascii: "t"):
      if matches("type", at: at) {
        if block(.compositeType, keyword: 4, .fields) { return true }
        if let isClosed = typeAlias() { return isClosed }
      }
    case UInt8(ascii: "e"):
      if matches("enum", at: at), block(.enumeration, keyword: 4, .values) { return true }
    case UInt8(ascii: "d"):
      if matches("datasource", at: at), block(.datasource, keyword: 10, .properties) { return true }
    case UInt8(ascii: "g"):
      if matches("generator", at: at), block(.generator, keyword: 9, .properties) { return true }
    default: break
    }
    return unknownBlock() ? true : nil
  }

  /// Parses a block whose keyword of `keyword` bytes stands here; goes back when it is none.
  private mutating func block(_ kind: SyntaxKind, keyword: Int, _ body: BodyKind) -> Bool {
    let start = at
    let nameStart = afterBlanks(at + keyword)
    let nameEnd = afterIdentifier(nameStart)
    guard nameEnd > nameStart, let bodyStart = opening(afterBlanks(nameEnd)) else { return false }
    let mark = mark
    let node = add(kind, start, start)
    add(.name, nameStart, nameEnd)
    at = bodyStart
    guard self.body(body) else {
      reset(to: mark)
      at = start
      hitEnd = true
      dependsOnRest = true
      return false
    }
    close(node, at: at)
    declaration = node
    return true
  }

  /// The start of the line behind an opening brace at `offset`; what follows the brace on its line
  /// counts for nothing. Nil when there is no brace, or no line end behind it.
  private mutating func opening(_ offset: Int) -> Int? {
    guard byte(offset) == UInt8(ascii: "{") else { return nil }
    let end = lineEnd(from: offset + 1)
    let next = afterNewline(end)
    return next > end ? next : nil
  }

  /// Parses the lines of a body and its closing brace.
  ///
  /// - Returns: false when the text ends before the brace.
  private mutating func body(_ kind: BodyKind) -> Bool {
    while true {
      skipBlanks()
      guard at < text.count, visit(at, in: kind) else { return false }
      let first = text[at]
      if first == UInt8(ascii: "}") {
        at += 1
        return true
      }
      if Characters.isNewline(first) {
        at = afterNewline(at)
      } else if first != UInt8(ascii: "/") || !comment() {
        member(kind)
      }
      // A parse of a part stops at the first sight of the end, and starts again with more text.
      if hitEnd && !isWholeRest { return false }
    }
  }

  private mutating func unknownBlock() -> Bool {
    let start = at
    let end = afterIdentifier(at)
    guard end > start, let bodyStart = opening(afterBlanks(end)) else { return false }
    var brace = bodyStart
    if brace < missingBrace {
      while brace < text.count, text[brace] != UInt8(ascii: "}") { brace &+= 1 }
      if brace >= text.count { missingBrace = bodyStart }
    }
    guard bodyStart < missingBrace, brace < text.count else {
      hitEnd = true
      dependsOnRest = true
      return false
    }
    at = brace + 1
    let node = add(.unknownBlock, start, at)
    add(.name, start, end)
    close(node, at: at)
    report(.unknownBlock, start, at)
    return true
  }

  /// `type X = T @attributes`
  ///
  /// - Returns: nil when there is none, else whether its line ends behind it. If it doesn't, a
  ///   later change there could make it longer.
  private mutating func typeAlias() -> Bool? {
    let start = at
    let nameStart = afterBlanks(at + 4)
    let nameEnd = afterIdentifier(nameStart)
    guard nameEnd > nameStart else { return nil }
    let equals = afterBlanks(nameEnd)
    guard byte(equals) == UInt8(ascii: "=") else { return nil }
    let mark = mark
    if !open.isEmpty { open.removeAll(keepingCapacity: true) }
    let node = add(.typeAlias, start, start)
    add(.name, nameStart, nameEnd)
    at = afterBlanks(equals + 1)
    let type = add(.type, at, at)
    guard baseType() else {
      reset(to: mark)
      at = start
      return nil
    }
    close(type, at: at)
    nodes[type].flags = FieldArity.required.rawValue
    var end = at
    while true {
      let attributeMark = self.mark
      at = afterBlanks(at)
      guard byte(at) == UInt8(ascii: "@"), attribute() else {
        reset(to: attributeMark)
        break
      }
      end = at
    }
    at = end
    close(node, at: at)
    report(.typeAlias, start, at, before: mark)
    let lineEnd = afterBlanks(at)
    let next = afterNewline(lineEnd)
    guard next > lineEnd else { return false }
    at = next
    return true
  }
}
