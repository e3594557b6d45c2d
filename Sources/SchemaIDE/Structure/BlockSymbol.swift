import SchemaParser

/// A declaration or member with a name, as outlines show it. Ranges count from the start of its block.
public struct BlockSymbol: Hashable, Sendable {
  /// What has the name.
  public enum Kind: UInt8, Sendable {
    case model, view, compositeType, enumeration, datasource, generator
    case field, enumValue, property
  }

  /// What it is.
  public let kind: Kind
  /// The name.
  public let nameRange: TextRange
  /// All of it: of a declaration from the keyword to the closing brace, of a member without the line
  /// end. Holds ``nameRange`` and those of ``members``.
  public internal(set) var range: TextRange
  /// The type of a field with its marks; the value of `provider`.
  public let detailRange: TextRange?
  /// Whether a documentation comment says `@deprecated`.
  public let isDeprecated: Bool
  /// The members of a declaration, in text order.
  public internal(set) var members: [BlockSymbol] = []
}

extension BlockSymbol.Kind {
  /// The keyword of a declaration; of a member what it is called.
  public var word: StaticString {
    switch self {
    case .model: "model"
    case .view: "view"
    case .compositeType: "type"
    case .enumeration: "enum"
    case .datasource: "datasource"
    case .generator: "generator"
    case .field: "field"
    case .enumValue: "value"
    case .property: "property"
    }
  }

  /// Whether it is a declaration, not a member of one.
  public var isDeclaration: Bool { rawValue <= Self.generator.rawValue }

  /// What a node declares or is, nil for one that outlines leave out.
  init?(_ kind: SyntaxKind) {
    switch kind {
    case .model: self = .model
    case .view: self = .view
    case .compositeType: self = .compositeType
    case .enumeration: self = .enumeration
    case .datasource: self = .datasource
    case .generator: self = .generator
    case .field: self = .field
    case .enumValue: self = .enumValue
    case .property: self = .property
    default: return nil
    }
  }

  /// The declaration that begins with a word, nil for any other word.
  fileprivate init?(keyword: ArraySlice<UInt8>) {
    for kind in [Self.model, .view, .compositeType, .enumeration, .datasource, .generator]
    where kind.word.withUTF8Buffer({ keyword.elementsEqual($0) }) {
      self = kind
      return
    }
    return nil
  }

  /// What the members of a declaration are.
  fileprivate var member: Self {
    switch self {
    case .enumeration: .enumValue
    case .datasource, .generator: .property
    default: .field
    }
  }
}

extension SyntaxBlock {
  /// The declarations in the block, in text order.
  ///
  /// It is one at most, unless braces are missing. A declaration without its closing brace takes in the
  /// next one, or none of its lines can be read; so lines that can't be read are looked at here: one like
  /// `model User {` begins a declaration, others are members if they look so. The outline stays as it is
  /// while someone types.
  ///
  /// - Parameter hasMembers: whether ``BlockSymbol/members`` are wanted.
  public func symbols(hasMembers: Bool = true) -> [BlockSymbol] {
    var outline = BlockOutline(block: self, hasMembers: hasMembers)
    nodes.withUnsafeBufferPointer { outline.addRoots($0) }
    return outline.symbols
  }
}

/// Makes the symbols of a block.
private struct BlockOutline {
  let block: SyntaxBlock
  let hasMembers: Bool
  private(set) var symbols: [BlockSymbol] = []
  /// Whether the documentation before the next symbol says `@deprecated`.
  private var isDeprecated = false

  init(block: SyntaxBlock, hasMembers: Bool) {
    self.block = block
    self.hasMembers = hasMembers
  }

  mutating func addRoots(_ nodes: UnsafeBufferPointer<SyntaxNode>) {
    // Whether lines that can't be read may belong to the last symbol.
    var isOpen = false
    var at = 0
    while at < nodes.count {
      let root = nodes[at]
      defer { at = root.next }
      if root.kind.isDeclaration {
        addDeclaration(at, nodes)
        isOpen = false
      } else if root.kind == .invalidLine {
        let first = root.start < block.bytes.count ? block.bytes[root.start] : 0
        if first == UInt8(ascii: "}") {
          if isOpen { extendLast(to: root.range) }
          isOpen = false
        } else {
          isOpen = addLine(root.range, canBeMember: isOpen) || isOpen
        }
      } else {
        note(at, root.kind)
      }
    }
  }

  private mutating func addDeclaration(_ index: Int, _ nodes: UnsafeBufferPointer<SyntaxNode>) {
    let node = nodes[index]
    guard let kind = BlockSymbol.Kind(node.kind), index + 1 < node.next,
      nodes[index + 1].kind == .name
    else { return }
    symbols.append(
      BlockSymbol(
        kind: kind, nameRange: nodes[index + 1].range, range: node.range, detailRange: nil,
        isDeprecated: takeDeprecation()))
    guard hasMembers || !block.errors.isEmpty else { return }
    // Most lines hold a member.
    if hasMembers { symbols[symbols.count - 1].members.reserveCapacity(block.lineStarts.count) }
    var at = nodes[index + 1].next
    while at < node.next {
      let member = nodes[at]
      switch member.kind {
      case .field, .enumValue, .property: if hasMembers { addMember(at, nodes) }
      case .invalidMember: _ = addLine(member.range, canBeMember: true)
      default: note(at, member.kind)
      }
      at = member.next
    }
    // The closing brace belongs to the last declaration that began in here.
    symbols[symbols.count - 1].range = TextRange(symbols[symbols.count - 1].range.start, node.end)
  }

  private mutating func addMember(_ index: Int, _ nodes: UnsafeBufferPointer<SyntaxNode>) {
    let node = nodes[index]
    guard let kind = BlockSymbol.Kind(node.kind), index + 1 < node.next,
      nodes[index + 1].kind == .name
    else { return }
    let name = nodes[index + 1].range
    var detail: TextRange?
    var at = nodes[index + 1].next
    while at < node.next {
      let child = nodes[at]
      switch child.kind {
      case .type: detail = child.range
      case .string: if kind == .property, isProvider(name) { detail = child.range }
      case .docComment: note(at, child.kind)
      default: break
      }
      at = child.next
    }
    add(
      BlockSymbol(
        kind: kind, nameRange: name, range: block.trimmed(node.range), detailRange: detail,
        isDeprecated: takeDeprecation()))
  }

  /// Adds what a line that can't be read seems to be. Returns whether it is a declaration's first.
  private mutating func addLine(_ range: TextRange, canBeMember: Bool) -> Bool {
    let line = block.trimmed(range)
    let first = word(from: line.start, to: line.end)
    guard !first.isEmpty else { return false }
    let second = word(from: afterBlanks(first.end, line.end), to: line.end)
    if !second.isEmpty, let kind = BlockSymbol.Kind(keyword: bytes(first)),
      byte(afterBlanks(second.end, line.end), line.end) == UInt8(ascii: "{")
    {
      if canBeMember, let last = symbols.indices.last {
        // What has been open so far ends before.
        let end = symbols[last].members.last?.range.end ?? symbols[last].nameRange.end
        symbols[last].range = TextRange(symbols[last].range.start, end)
      }
      symbols.append(
        BlockSymbol(
          kind: kind, nameRange: second, range: line, detailRange: nil,
          isDeprecated: takeDeprecation()))
      return true
    }
    guard canBeMember, hasMembers, let kind = symbols.last?.kind.member else { return false }
    var detail: TextRange?
    switch kind {
    case .field:
      if second.isEmpty { return false }
      detail = second
    case .property:
      if byte(afterBlanks(first.end, line.end), line.end) != UInt8(ascii: "=") { return false }
    default: break
    }
    add(
      BlockSymbol(
        kind: kind, nameRange: first, range: line, detailRange: detail,
        isDeprecated: takeDeprecation()))
    extendLast(to: line)
    return false
  }

  private mutating func add(_ member: BlockSymbol) {
    symbols[symbols.count - 1].members.append(member)
  }

  private mutating func extendLast(to line: TextRange) {
    guard let last = symbols.indices.last else { return }
    let range = symbols[last].range
    symbols[last].range = TextRange(range.start, max(range.end, block.trimmed(line).end))
  }

  // MARK: Documentation

  private mutating func note(_ index: Int, _ kind: SyntaxKind) {
    switch kind {
    case .docComment:
      if Syntax(block: block, index: index).saysDeprecated { isDeprecated = true }
    case .comment, .blockComment: break
    default: isDeprecated = false
    }
  }

  private mutating func takeDeprecation() -> Bool {
    defer { isDeprecated = false }
    return isDeprecated
  }

  // MARK: Bytes

  private func isProvider(_ range: TextRange) -> Bool {
    range.count == 8 && bytes(range).elementsEqual("provider".utf8)
  }

  private func bytes(_ range: TextRange) -> ArraySlice<UInt8> {
    block.bytes[range.start..<range.end]
  }

  private func byte(_ offset: Int, _ end: Int) -> UInt8 { offset < end ? block.bytes[offset] : 0 }

  private func afterBlanks(_ offset: Int, _ end: Int) -> Int {
    var offset = offset
    while byte(offset, end) == UInt8(ascii: " ") || byte(offset, end) == UInt8(ascii: "\t") {
      offset += 1
    }
    return offset
  }

  /// The identifier at `start`, with any bytes beyond ASCII; empty when there is none.
  private func word(from start: Int, to end: Int) -> TextRange {
    var offset = start
    while offset < end {
      switch block.bytes[offset] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
        break
      case UInt8(ascii: "_") where offset > start, UInt8(ascii: "-") where offset > start: break
      default: return TextRange(start, offset)
      }
      offset += 1
    }
    return TextRange(start, offset)
  }
}

extension Syntax {
  /// Whether a comment holds `@deprecated`.
  var saysDeprecated: Bool {
    let range = self.range
    let word = "@deprecated"
    return block.bytes.withUnsafeBufferPointer { bytes in
      var at = range.start
      let last = min(range.end, bytes.count) - word.utf8.count
      while at <= last {
        if bytes[at] == UInt8(ascii: "@"),
          bytes[at..<(at + word.utf8.count)].elementsEqual(word.utf8)
        {
          return true
        }
        at += 1
      }
      return false
    }
  }
}
