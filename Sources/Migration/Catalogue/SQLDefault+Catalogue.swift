extension SQLDefault {
  /// Reads a default as PostgreSQL prints it (`pg_get_expr`); nil when the column has none in effect.
  ///
  /// What is a constant of the column's type becomes one; everything else stays text. Also text, as with
  /// the reference: constants of times and UUIDs, and lists whose numbers carry a cast.
  ///
  /// - Parameters:
  ///   - type: that of the column, of a list that of its elements.
  ///   - isList: whether the column holds a list.
  public init?(catalogueText text: String, type: SQLType, isList: Bool) {
    if text.hasPrefix("NULL") { return nil }
    let reader = CatalogueDefault(type: type)
    if let sequence = CatalogueDefault.sequence(in: text) {
      self = .sequence(sequence)
    } else if isList {
      self = reader.list(text).map { .value(.list($0)) } ?? .dbGenerated(text)
    } else if let value = reader.value(text) {
      self = .value(value)
    } else if reader.isNow(text) {
      self = .now
    } else {
      self = .dbGenerated(text)
    }
  }
}

/// Takes apart the text of a default.
private struct CatalogueDefault {
  /// What constants a type has.
  private enum Family {
    case integer, bigInteger, decimal, boolean, string, enumeration, json, bytes
  }

  /// Nil where all defaults stay text.
  private let family: Family?
  private let isDateTime: Bool

  init(type: SQLType) {
    var isDateTime = false
    switch type {
    case .enumeration: family = .enumeration
    case .unsupported: family = nil
    case .native(let native):
      switch native.name {
      case "SmallInt", "Integer", "Oid": family = .integer
      case "BigInt": family = .bigInteger
      case "Real", "DoublePrecision", "Decimal", "Money": family = .decimal
      case "Boolean": family = .boolean
      case "Text", "Citext", "VarChar", "Char", "Bit", "VarBit", "Inet", "Xml": family = .string
      case "Json", "JsonB": family = .json
      case "ByteA": family = .bytes
      case "Timestamp", "Timestamptz", "Date", "Time", "Timetz":
        family = nil
        isDateTime = true
      default: family = nil
      }
    }
    self.isDateTime = isDateTime
  }

  /// The name in `nextval('"public"."User_id_seq"'::regclass)`, without schema and quotes. It may be a
  /// text first: `nextval(('"User_id_seq"'::text)::regclass)`.
  static func sequence(in text: String) -> String? {
    guard text.hasPrefix("nextval("), text.hasSuffix(")") else { return nil }
    var argument = text.dropFirst("nextval(".count).dropLast()
    var type: Substring = "regclass"
    if argument.hasPrefix("("), argument.hasSuffix(")::regclass") {
      argument = argument.dropFirst().dropLast(")::regclass".count)
      type = "text"
    }
    guard let constant = Constant(argument), constant.type == type else { return nil }
    var name = constant.text[...]
    if name.hasSuffix("\"") {
      name.removeLast()
      return name.lastIndex(of: "\"").map { String(name[name.index(after: $0)...]) }
    }
    return String(name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? name)
  }

  /// Whether it is the time of the insertion, cast to another type or not.
  func isNow(_ text: String) -> Bool {
    guard isDateTime else { return false }
    var text = text[...]
    // Each turn takes a cast away, with the parentheses before it.
    while text.first == "(", let cast = text.lastRange(of: ")::") {
      guard Constant.isTypeName(text[cast.upperBound...]) else { return false }
      text = text[text.index(after: text.startIndex)..<cast.lowerBound]
    }
    return text == "now()" || text == "CURRENT_TIMESTAMP" || text == "'now'::text"
  }

  /// A constant, nil when it is none of the type.
  func value(_ text: String) -> SQLValue? {
    switch family {
    case .integer, .bigInteger, .decimal:
      return Self.number(in: text[...]).flatMap(number)
    case .boolean: return text == "true" || text == "false" ? .boolean(text == "true") : nil
    case .string, .enumeration, .json, .bytes:
      guard let constant = Constant(text[...]) else { return nil }
      // The reference takes the start of such a name for that of an escaped text.
      if family == .enumeration, constant.type.hasPrefix("e_"), constant.type.utf8.count > 2 {
        return nil
      }
      return quoted(constant.text)
    case nil: return nil
    }
  }

  private func number(_ digits: String) -> SQLValue? {
    switch family {
    case .integer: digits.contains(".") ? nil : .integer(digits)
    case .bigInteger: digits.contains(".") ? nil : .bigInteger(digits)
    default: .decimal(digits)
    }
  }

  private func quoted(_ text: String) -> SQLValue? {
    switch family {
    case .string: .string(text)
    case .enumeration: .enumValue(text)
    case .json: .json(text)
    case .bytes: text.hasPrefix("\\x") ? Self.bytes(text.dropFirst(2)).map { .bytes($0) } : nil
    case .integer, .bigInteger, .decimal: Self.number(in: text[...]).flatMap(number)
    case .boolean: Self.boolean(text).map { .boolean($0) }
    case nil: nil
    }
  }

  private static func boolean(_ text: String) -> Bool? {
    text == "t" || text == "true" ? true : text == "f" || text == "false" ? false : nil
  }

  /// The digits of `1`, `'-1'::integer`, `(0)::numeric`; nil for anything else.
  private static func number(in text: Substring) -> String? {
    var text = text
    if let constant = Constant(text) {
      text = constant.text[...]
    } else if let cast = text.range(of: "::") {
      guard Constant.isTypeName(text[cast.upperBound...]) else { return nil }
      text = text[..<cast.lowerBound]
    }
    if text.first == "(", text.last == ")" { text = text.dropFirst().dropLast() }
    let digits = text.first == "-" ? text.dropFirst() : text
    let isNumber =
      digits.utf8.first.map { (0x30...0x39).contains($0) } ?? false
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    return isNumber ? String(text) : nil
  }

  private static func bytes(_ digits: Substring) -> [UInt8]? {
    var result: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      guard let value = digit.hexDigitValue.flatMap({ UInt8(exactly: $0) }) else { return nil }
      if let first = high {
        result.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? result : nil
  }

  // MARK: Lists

  /// The elements of `ARRAY[…]`, with or without a cast, or of `'{…}'::t[]`; nil when one of them is no
  /// constant.
  func list(_ text: String) -> [SQLValue]? {
    if let constant = Constant(text[...]) {
      return Self.elements(ofLiteral: constant.text).flatMap { elements in
        let values = elements.compactMap { quoted($0) }
        return values.count == elements.count ? values : nil
      }
    }
    guard family != nil, text.hasPrefix("ARRAY["),
      let end = text.lastRange(of: text.hasSuffix("]") && !text.hasSuffix("[]") ? "]" : "]::")
    else { return nil }
    let inner = text[text.index(text.startIndex, offsetBy: "ARRAY[".count)..<end.lowerBound]
    var values: [SQLValue] = []
    for element in Self.separated(inner) {
      // `(1)::bigint` stays text, for all but fractions.
      if element.first == "(", family != .decimal { return nil }
      guard let value = value(String(element)) else { return nil }
      values.append(value)
    }
    return values
  }

  /// The parts between commas that stand outside of quotes and parentheses.
  private static func separated(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var depth = 0
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else {
        switch character {
        case "'", "\"": quote = character
        case "(", "[": depth += 1
        case ")", "]": depth -= 1
        case "," where depth == 0:
          parts.append(text[start..<index].drop { $0 == " " })
          start = text.index(after: index)
        default: break
        }
      }
    }
    let last = text[start...].drop { $0 == " " }
    return last.isEmpty && parts.isEmpty ? [] : parts + [last]
  }

  /// The elements of `{a,"b c"}`; nil where there are lists in the list, or NULL.
  private static func elements(ofLiteral text: String) -> [String]? {
    guard text.hasPrefix("{"), text.hasSuffix("}"), text.utf8.count >= 2 else { return nil }
    var elements: [String] = []
    var rest = text.dropFirst().dropLast()
    while !rest.isEmpty {
      var element = ""
      if rest.first == "\"" {
        rest.removeFirst()
        while let character = rest.popFirst(), character != "\"" {
          element.append(character == "\\" ? rest.popFirst() ?? character : character)
        }
      } else {
        while let character = rest.first, character != "," {
          if character == "{" { return nil }
          element.append(character)
          rest.removeFirst()
        }
        if element == "NULL" { return nil }
      }
      elements.append(element)
      guard rest.isEmpty || rest.popFirst() == "," else { return nil }
    }
    return elements
  }

  /// `'…'`, alone or cast to a type, and nothing behind.
  private struct Constant {
    let text: String
    /// What it is cast to, empty without a cast.
    let type: Substring

    init?(_ source: Substring) {
      let isEscaped = source.hasPrefix("E'")
      var rest = isEscaped ? source.dropFirst() : source
      guard rest.popFirst() == "'" else { return nil }
      var text = ""
      while true {
        guard let character = rest.popFirst() else { return nil }
        if isEscaped, character == "\\" {
          guard let next = rest.popFirst() else { return nil }
          text.append(next == "n" ? "\n" : next == "t" ? "\t" : next)
        } else if character != "'" {
          text.append(character)
        } else if rest.first == "'" {
          text.append(character)
          rest.removeFirst()
        } else {
          break
        }
      }
      if !rest.isEmpty {
        guard rest.hasPrefix("::") else { return nil }
        rest = rest.dropFirst(2)
        guard Self.isTypeName(rest) else { return nil }
      }
      self.text = text
      type = rest
    }

    /// Whether a text can be the name of a type and nothing more.
    static func isTypeName(_ text: Substring) -> Bool {
      var isQuoted = false
      for character in text {
        if character == "\"" {
          isQuoted.toggle()
        } else if !isQuoted, !character.isLetter, !character.isNumber,
          !"_. (),[]".contains(character)
        {
          return false
        }
      }
      return !text.isEmpty
    }
  }
}

extension StringProtocol {
  /// The first place of `text`.
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
  /// The last place of `text`.
  fileprivate func lastRange(of text: String) -> Range<Index>? { ranges(of: text).last }
}
