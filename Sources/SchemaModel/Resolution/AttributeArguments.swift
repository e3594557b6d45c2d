import SchemaParser

/// The arguments of one attribute, from which the resolution takes what the attribute knows; what is
/// left at the end is unknown. Section 3.1 of the language, steps 2 to 6.
struct AttributeArguments {
  struct Entry {
    let node: Int
    /// Nil for an unnamed argument.
    let name: TextRange?
    /// The node of the value.
    let value: Int
    var isTaken = false
  }

  let block: SyntaxBlock
  /// The attribute's node.
  let attribute: Int
  private(set) var entries: [Entry] = []
  /// Whether the attribute can be processed: no argument is empty.
  private(set) var isUsable = true

  /// Reads the arguments of `attribute` and reports what is wrong with the list as such.
  init(block: SyntaxBlock, attribute: Int, problems: inout [Problem]) {
    self.block = block
    self.attribute = attribute
    let nodes = block.nodes
    let list = attribute + 2
    guard list < nodes[attribute].next, nodes[list].kind == .argumentList,
      list + 1 < nodes[list].next
    else { return }
    isUsable = !AttributeArguments.reportEmpty(
      block, list: list, of: block.attributeName(attribute), commas: true, problems: &problems)
    scanFunctions(list, problems: &problems)

    var unnamed: Int?
    var isUnnamedRepeated = false
    // Of several arguments of a name the last counts. Only a long list is worth a table.
    var table: [Name: Int] = [:]
    var dropped: Set<Int> = []
    var at = list + 1
    while at < nodes[list].next {
      defer { at = nodes[at].next }
      guard nodes[at].kind == .argument, at + 1 < nodes[at].next else { continue }
      if nodes[at + 1].kind == .name {
        let value = at + 2
        guard value < nodes[at].next else { continue }
        let range = nodes[at + 1].range
        let earlier: Int?
        if entries.count < 16 {
          earlier = entries.lastIndex { $0.name.map { equals($0, range) } ?? false }
        } else {
          if table.isEmpty {
            for (index, entry) in entries.enumerated() {
              if let name = entry.name { table[block.name(name)] = index }
            }
          }
          earlier = table.updateValue(entries.count, forKey: block.name(range))
        }
        if let earlier {
          problems.append(
            Problem(
              .argumentDuplicate, at: nodes[at].range, [block.text(range), attributeName],
              related: nodes[entries[earlier].node].range))
          dropped.insert(earlier)
        }
        entries.append(Entry(node: at, name: range, value: value))
      } else {
        if let unnamed {
          isUnnamedRepeated = true
          dropped.insert(unnamed)
        }
        unnamed = entries.count
        entries.append(Entry(node: at, name: nil, value: at + 1))
      }
    }
    if !dropped.isEmpty {
      entries = entries.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
    }
    if isUnnamedRepeated, isUsable {
      problems.append(Problem(.argumentsMultipleUnnamed, at: range, [attributeName]))
    }
  }

  /// The span class ATTR.
  var range: TextRange { block.nodes[attribute].range }
  /// The attribute as it is written.
  var attributeName: String { block.attributeName(attribute) }

  /// Takes the argument of this name.
  mutating func take(_ name: StaticString) -> Entry? {
    for index in entries.indices {
      if let range = entries[index].name, isEqual(range, name) {
        entries[index].isTaken = true
        return entries[index]
      }
    }
    return nil
  }

  /// Takes the default argument, named or not; reports when it is given both ways.
  mutating func takeDefault(_ name: StaticString, problems: inout [Problem]) -> Entry? {
    let named = take(name)
    guard let unnamed = takeUnnamed() else { return named }
    if let named {
      problems.append(
        Problem(
          .argumentDefaultTwice, at: block.nodes[named.node].range,
          [name.description, attributeName]))
    }
    return unnamed
  }

  /// Takes the unnamed argument.
  mutating func takeUnnamed() -> Entry? {
    for index in entries.indices where entries[index].name == nil {
      entries[index].isTaken = true
      return entries[index]
    }
    return nil
  }

  /// Forgets the arguments, so that they are not reported as unknown.
  mutating func dropAll() { entries = [] }

  /// Reports that a required argument is absent.
  func reportMissing(_ name: String, problems: inout [Problem]) {
    problems.append(Problem(.argumentMissing, at: range, [name, attributeName]))
  }

  /// Reports the arguments that nobody took.
  func reportUnknown(known: String = "", problems: inout [Problem]) {
    for entry in entries where !entry.isTaken {
      let shown = block.text(entry.name ?? block.nodes[entry.value].range)
      problems.append(
        Problem(.argumentUnknown, at: block.nodes[entry.node].range, [shown, attributeName, known]))
    }
  }

  // MARK: Values

  func expression(_ entry: Entry) -> ExpressionSyntax? {
    ExpressionSyntax(Syntax(block: block, index: entry.value))
  }

  func argumentRange(_ entry: Entry) -> TextRange { block.nodes[entry.node].range }

  /// The value as a string; reports another kind.
  func string(_ entry: Entry, problems: inout [Problem]) -> String? {
    guard let expression = expression(entry) else { return nil }
    if let value = expression.stringValue { return value }
    problems.append(.mismatch(expression, expected: "a string"))
    return nil
  }

  /// The value as a constant; reports another kind.
  func constant(_ entry: Entry, problems: inout [Problem]) -> ExpressionSyntax? {
    guard let expression = expression(entry) else { return nil }
    if expression.kind == .constant { return expression }
    problems.append(.mismatch(expression, expected: "a constant"))
    return nil
  }

  /// The value as a boolean; reports another kind.
  func boolean(_ entry: Entry, problems: inout [Problem]) -> Bool? {
    guard let expression = expression(entry) else { return nil }
    switch expression.constantValue {
    case "true": return true
    case "false": return false
    default:
      problems.append(.mismatch(expression, expected: "`true` or `false`"))
      return nil
    }
  }

  /// The value as a whole number; reports another kind.
  func integer(_ entry: Entry, problems: inout [Problem]) -> Int? {
    guard let expression = expression(entry) else { return nil }
    if expression.kind == .number, let value = Int(expression.text) { return value }
    problems.append(.mismatch(expression, expected: "a whole number"))
    return nil
  }

  // MARK: Empty arguments

  /// Reports the empty arguments and the trailing comma of an argument list; returns whether there
  /// are empty ones.
  private static func reportEmpty(
    _ block: SyntaxBlock, list: Int, of name: @autoclosure () -> String, commas: Bool,
    problems: inout [Problem]
  ) -> Bool {
    let nodes = block.nodes
    var hasEmpty = false
    var at = list + 1
    while at < nodes[list].next {
      if nodes[at].kind == .argument, at + 1 < nodes[at].next, nodes[at + 1].kind == .name,
        at + 2 >= nodes[at].next
      {
        hasEmpty = true
        let range = nodes[at + 1].range
        problems.append(Problem(.argumentEmpty, at: range, [block.text(range), name()]))
      } else if commas, nodes[at].kind == .trailingComma {
        problems.append(Problem(.argumentTrailingComma, at: nodes[at].range, [name()]))
      }
      at = nodes[at].next
    }
    return hasEmpty
  }

  /// Looks at the functions that are arguments, and at those that are elements of an array argument.
  private mutating func scanFunctions(_ list: Int, problems: inout [Problem]) {
    let nodes = block.nodes
    var at = list + 1
    while at < nodes[list].next {
      let end = nodes[at].next
      if nodes[at].kind == .argument, at + 1 < end {
        let value = nodes[at + 1].kind == .name ? at + 2 : at + 1
        if value < end {
          switch nodes[value].kind {
          case .functionCall:
            if reportFunction(value, commas: true, problems: &problems) { isUsable = false }
          case .array:
            var element = value + 1
            while element < nodes[value].next {
              if nodes[element].kind == .functionCall {
                _ = reportFunction(element, commas: false, problems: &problems)
              }
              element = nodes[element].next
            }
          default: break
          }
        }
      }
      at = end
    }
  }

  private func reportFunction(_ call: Int, commas: Bool, problems: inout [Problem]) -> Bool {
    let list = call + 2
    guard list < block.nodes[call].next, block.nodes[list].kind == .argumentList else {
      return false
    }
    return AttributeArguments.reportEmpty(
      block, list: list, of: block.text(block.nodes[call + 1].range), commas: commas,
      problems: &problems)
  }

  // MARK: Comparing

  private func isEqual(_ range: TextRange, _ name: StaticString) -> Bool {
    range.end <= block.bytes.count && name.isEqual(to: block.bytes[range.start..<range.end])
  }

  private func equals(_ left: TextRange, _ right: TextRange) -> Bool {
    left.count == right.count
      && block.bytes[left.start..<left.end] == block.bytes[right.start..<right.end]
  }
}

extension Problem {
  /// A value of the wrong kind.
  public static func mismatch(_ expression: ExpressionSyntax, expected: String) -> Problem {
    Problem(
      .valueTypeMismatch, at: expression.range,
      [expected, describe(expression.kind), abbreviated(expression.text)])
  }

  /// What kind of expression something is, for a message.
  static func describe(_ kind: SyntaxKind) -> String {
    switch kind {
    case .string: "a string"
    case .number: "a number"
    case .constant: "a constant"
    case .functionCall: "a function"
    case .array: "a list"
    case .object: "an object"
    default: "something else"
    }
  }

  /// The beginning of a text that may be long.
  static func abbreviated(_ text: String) -> String {
    text.utf8.count <= 60 ? text : String(text.prefix(50)) + "…"
  }
}
