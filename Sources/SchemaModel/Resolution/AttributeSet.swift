import SchemaParser

/// The attributes that the language knows.
enum AttributeKind: UInt8 {
  case id, unique, `default`, updatedAt, index, fulltext, map, relation, ignore, schema, shardKey
  /// `@x.y`
  case native
  case unknown

  /// Its bit in a number that stands for several kinds.
  var bit: UInt32 { 1 << UInt32(rawValue) }

  /// What stands at `range`.
  init(_ bytes: [UInt8], _ range: TextRange) {
    guard range.end <= bytes.count, !range.isEmpty else {
      self = .unknown
      return
    }
    let text = bytes[range.start..<range.end]
    let candidate: (AttributeKind, StaticString)
    switch (bytes[range.start], range.count) {
    case (UInt8(ascii: "i"), 2): candidate = (.id, "id")
    case (UInt8(ascii: "i"), 5): candidate = (.index, "index")
    case (UInt8(ascii: "i"), 6): candidate = (.ignore, "ignore")
    case (UInt8(ascii: "u"), 6): candidate = (.unique, "unique")
    case (UInt8(ascii: "u"), 9): candidate = (.updatedAt, "updatedAt")
    case (UInt8(ascii: "d"), 7): candidate = (.default, "default")
    case (UInt8(ascii: "f"), 8): candidate = (.fulltext, "fulltext")
    case (UInt8(ascii: "m"), 3): candidate = (.map, "map")
    case (UInt8(ascii: "r"), 8): candidate = (.relation, "relation")
    case (UInt8(ascii: "s"), 6): candidate = (.schema, "schema")
    case (UInt8(ascii: "s"), 8): candidate = (.shardKey, "shardKey")
    default: candidate = (.unknown, "")
    }
    if candidate.0 != .unknown, candidate.1.isEqual(to: text) {
      self = candidate.0
    } else {
      self = text.contains(UInt8(ascii: ".")) ? .native : .unknown
    }
  }
}

extension StaticString {
  /// Whether these are the bytes of `text`.
  func isEqual(to text: ArraySlice<UInt8>) -> Bool {
    guard utf8CodeUnitCount == text.count else { return false }
    for (index, byte) in text.enumerated() where utf8Start[index] != byte { return false }
    return true
  }
}

/// The attributes of one field, value or block, from which the resolution takes what it knows.
///
/// Section 3.1 of the language: an attribute that may occur once and occurs again is not looked at
/// but reported at each place; what nobody took in the end is unknown.
struct AttributeSet {
  struct Entry {
    let node: Int
    let kind: AttributeKind
    var isTaken = false
  }

  let block: SyntaxBlock
  private(set) var entries: [Entry] = []
  /// A bit for each kind that occurs, by its raw value.
  private var kinds: UInt32 = 0

  /// The attributes among the children of a field or value.
  ///
  /// - Parameter spare: an array whose storage is taken over; ``release(to:)`` gives it back. Most
  ///   fields have attributes, so one array serves a whole model.
  init(block: SyntaxBlock, member: Int, spare: inout [Entry]) {
    self.block = block
    swap(&entries, &spare)
    entries.removeAll(keepingCapacity: true)
    var at = member + 1
    let end = block.nodes[member].next
    while at < end {
      if block.nodes[at].kind == .attribute { add(at) }
      at = block.nodes[at].next
    }
  }

  /// The attributes of a block.
  init(block: SyntaxBlock, blockAttributes: [Int]) {
    self.block = block
    for node in blockAttributes { add(node) }
  }

  /// The attributes among the children of a value.
  init(block: SyntaxBlock, member: Int) {
    var none: [Entry] = []
    self.init(block: block, member: member, spare: &none)
  }

  /// Gives the storage back.
  mutating func release(to spare: inout [Entry]) { swap(&entries, &spare) }

  private mutating func add(_ node: Int) {
    guard node + 1 < block.nodes[node].next else { return }
    let kind = AttributeKind(block.bytes, block.nodes[node + 1].range)
    kinds |= kind.bit
    entries.append(Entry(node: node, kind: kind))
  }

  /// Whether an attribute of this kind is there.
  func contains(_ kind: AttributeKind) -> Bool { kinds & kind.bit != 0 }

  /// Takes the attribute of this kind, which may occur once; nil when there is none, or more.
  @inline(__always)
  mutating func takeSingle(_ kind: AttributeKind, problems: inout [Problem]) -> Int? {
    // A field is asked for a dozen kinds, and has one.
    contains(kind) ? takePresent(kind, problems: &problems) : nil
  }

  private mutating func takePresent(_ kind: AttributeKind, problems: inout [Problem]) -> Int? {
    var found: Int?
    var isRepeated = false
    for index in entries.indices where entries[index].kind == kind {
      entries[index].isTaken = true
      if found != nil { isRepeated = true } else { found = index }
    }
    guard let found else { return nil }
    guard isRepeated else { return entries[found].node }
    var other: TextRange?
    for entry in entries.reversed() where entry.kind == kind { other = range(entry.node) }
    for (place, entry) in entries.enumerated() where entry.kind == kind {
      let first = place == found ? entries.last { $0.kind == kind }.map { range($0.node) } : other
      problems.append(
        Problem(.attributeDuplicate, at: range(entry.node), [name(entry.node)], related: first))
    }
    return nil
  }

  /// Takes all attributes of this kind, in text order.
  mutating func takeAll(_ kind: AttributeKind) -> [Int] {
    guard contains(kind) else { return [] }
    var nodes: [Int] = []
    for index in entries.indices where entries[index].kind == kind {
      entries[index].isTaken = true
      nodes.append(entries[index].node)
    }
    return nodes
  }

  /// Reports the attributes that nobody took.
  func reportUnknown(
    place: @autoclosure () -> String, owner: String, problems: inout [Problem]
  ) {
    for entry in entries where !entry.isTaken {
      problems.append(
        Problem(.attributeUnknown, at: range(entry.node), [name(entry.node), place(), owner]))
    }
  }

  /// The span class ATTR.
  func range(_ node: Int) -> TextRange { block.nodes[node].range }

  /// The attribute as it is written, with `@` or `@@`.
  func name(_ node: Int) -> String { block.attributeName(node) }
}

extension SyntaxBlock {
  /// The attribute at `node` as it is written, with `@` or `@@`, without arguments.
  func attributeName(_ node: Int) -> String {
    guard node + 1 < nodes[node].next else { return "@" }
    return (nodes[node].kind == .blockAttribute ? "@@" : "@") + text(nodes[node + 1].range)
  }
}
