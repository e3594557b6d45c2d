extension Parser {
  /// Parses one line of a body that is neither blank nor a comment nor the closing brace. What is no
  /// member becomes an invalid line.
  mutating func member(_ kind: BodyKind) {
    let start = at
    let mark = mark
    if !open.isEmpty { open.removeAll(keepingCapacity: true) }
    let isMember: Bool
    if kind != .properties, text[at] == UInt8(ascii: "@") {
      isMember = blockAttribute()
    } else {
      switch kind {
      case .fields: isMember = field()
      case .values: isMember = value()
      case .properties: isMember = property()
      }
    }
    if isMember { return }
    reset(to: mark)
    let reached = at
    at = afterNewline(lineEnd(from: start))
    // It is no member because of what follows a comment of several lines, perhaps far behind.
    if reached > at { dependsOnRest = true }
    add(.invalidMember, start, at)
    switch kind {
    case .fields: report(.invalidMemberLine, start, at)
    case .values: report(.invalidEnumLine, start, at)
    case .properties: report(.invalidConfigLine, start, at)
    }
  }

  /// `name [:] [type] @attributes [comment] NL`
  private mutating func field() -> Bool {
    let start = at
    let mark = mark
    let nameEnd = afterIdentifier(at)
    guard nameEnd > start else { return false }
    let node = add(.field, start, start)
    add(.name, start, nameEnd)
    at = afterBlanks(nameEnd)
    if byte(at) == UInt8(ascii: ":") {
      add(.legacyColon, at, at + 1)
      report(.legacyColon, at, at + 1)
      at = afterBlanks(at + 1)
    }
    let hasType = byte(at) != UInt8(ascii: "@") && fieldType()
    guard attributes(), endOfLine(closing: node, includesNewline: true) else { return false }
    if !hasType { report(.missingType, start, at, before: mark) }
    return true
  }

  /// A type with its marks; false when there is none, with nothing added.
  private mutating func fieldType() -> Bool {
    let start = at
    let mark = mark
    let type = add(.type, start, start)
    var arity = FieldArity.required
    if byte(at) == UInt8(ascii: "[") {
      at = afterBlanks(at + 1)
      guard baseType() else {
        reset(to: mark)
        at = start
        return false
      }
      let end = afterBlanks(at)
      guard byte(end) == UInt8(ascii: "]") else {
        reset(to: mark)
        at = start
        return false
      }
      at = end + 1
      arity = .legacyList
    } else {
      guard baseType() else {
        reset(to: mark)
        at = start
        return false
      }
      let marks = afterBlanks(at)
      switch byte(marks) {
      case UInt8(ascii: "?"):
        arity = .optional
        at = marks + 1
      case UInt8(ascii: "!"):
        arity = .legacyRequired
        at = marks + 1
      case UInt8(ascii: "[") where byte(marks + 1) == UInt8(ascii: "]"):
        arity = .list
        at = marks + 2
        let question = afterBlanks(at)
        if byte(question) == UInt8(ascii: "?") {
          arity = .optionalList
          at = question + 1
        }
      default: break
      }
    }
    close(type, at: at)
    nodes[type].flags = arity.rawValue
    switch arity {
    case .required, .optional, .list: break
    case .optionalList: report(.optionalListType, start, at, before: mark)
    case .legacyRequired: report(.legacyRequiredType, start, at, before: mark)
    case .legacyList: report(.legacyListType, start, at, before: mark)
    }
    return true
  }

  /// `Unsupported("…")` or an identifier.
  mutating func baseType() -> Bool {
    if byte(at) == UInt8(ascii: "U"), unsupportedType() { return true }
    let end = afterIdentifier(at)
    guard end > at else { return false }
    add(.name, at, end)
    at = end
    return true
  }

  /// `Unsupported("…")`; goes back when it is something else.
  private mutating func unsupportedType() -> Bool {
    guard matches("Unsupported(", at: at) else { return false }
    let start = at
    let mark = mark
    let node = add(.unsupportedType, start, start)
    at = afterBlanks(at + 12)
    if byte(at) == UInt8(ascii: "\""), string() {
      at = afterBlanks(at)
      if byte(at) == UInt8(ascii: ")") {
        at += 1
        close(node, at: at)
        return true
      }
    }
    reset(to: mark)
    at = start
    return false
  }

  /// The attributes of a field or value.
  private mutating func attributes() -> Bool {
    while true {
      skipBlanks()
      guard byte(at) == UInt8(ascii: "@") else { return true }
      guard attribute() else { return false }
    }
  }

  /// `@path [arguments]`; without arguments the blanks behind belong to it.
  mutating func attribute() -> Bool {
    let node = add(.attribute, at, at)
    guard attributeBody(pathStart: afterBlanks(at + 1)) else { return false }
    close(node, at: at)
    return true
  }

  /// The path and arguments of an attribute; leaves `at` behind the blanks if there are no arguments.
  private mutating func attributeBody(pathStart: Int) -> Bool {
    let pathEnd = afterPath(pathStart)
    guard pathEnd > pathStart else { return false }
    add(.path, pathStart, pathEnd)
    at = afterBlanks(pathEnd)
    return byte(at) == UInt8(ascii: "(") ? argumentList() : true
  }

  /// `@@path [arguments] [comment] NL`
  private mutating func blockAttribute() -> Bool {
    guard byte(at + 1) == UInt8(ascii: "@") else { return false }
    let node = add(.blockAttribute, at, at)
    return attributeBody(pathStart: afterBlanks(at + 2))
      && endOfLine(closing: node, includesNewline: false)
  }

  /// `name @attributes [comment] NL`
  private mutating func value() -> Bool {
    let start = at
    let nameEnd = afterIdentifier(at)
    guard nameEnd > start else { return false }
    let node = add(.enumValue, start, start)
    add(.name, start, nameEnd)
    at = nameEnd
    return attributes() && endOfLine(closing: node, includesNewline: true)
  }

  /// `name = [expression] [comment] NL`
  private mutating func property() -> Bool {
    let start = at
    let nameEnd = afterIdentifier(at)
    guard nameEnd > start else { return false }
    let node = add(.property, start, start)
    add(.name, start, nameEnd)
    at = afterBlanks(nameEnd)
    guard byte(at) == UInt8(ascii: "=") else { return false }
    at = afterBlanks(at + 1)
    let next = byte(at)
    if at < text.count, !Characters.isNewline(next), next != UInt8(ascii: "/"), !expression() {
      return false
    }
    return endOfLine(closing: node, includesNewline: false)
  }

  /// Blanks, a comment, blanks, and the line end, which closes the member.
  private mutating func endOfLine(closing node: Int, includesNewline: Bool) -> Bool {
    skipBlanks()
    if byte(at) == UInt8(ascii: "/") {
      guard comment() else { return false }
      skipBlanks()
    }
    let end = afterNewline(at)
    guard end > at else { return false }
    close(node, at: includesNewline ? end : at)
    at = end
    return true
  }
}
