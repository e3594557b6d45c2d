/// A tree of PostgreSQL's parser, read from the JSON that libpg_query writes.
///
/// Flat: values stand in the order of the text, each with the place behind its last part. Reading takes no
/// recursion, so depth does no harm.
final class ParseTree {
  fileprivate enum Kind { case object, array, string, other }

  fileprivate struct Cell {
    let kind: Kind
    /// The bytes of the name, without quotes; empty in an array.
    let name: Range<Int>
    /// The bytes of a string without its quotes, or of a number or word.
    var text: Range<Int>
    /// The place of the cell behind this one and all of its parts.
    var next: Int
  }

  fileprivate let json: [UInt8]
  /// The statement that was parsed.
  fileprivate let source: [UInt8]
  fileprivate var cells: [Cell] = []

  /// - Parameters:
  ///   - json: as libpg_query writes it. What is no JSON gives a tree that ends early.
  ///   - source: the text that was parsed.
  init(json: [UInt8], source: [UInt8]) {
    self.json = json
    self.source = source
    read()
  }

  /// The outermost value; nil for an empty text.
  var root: SyntaxNode? { cells.isEmpty ? nil : SyntaxNode(tree: self, index: 0) }

  private func read() {
    cells.reserveCapacity(json.count / 24)
    var open: [Int] = []
    var name = 0..<0
    var isName = false
    var at = 0
    while at < json.count {
      let byte = json[at]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let kind: Kind = byte == UInt8(ascii: "{") ? .object : .array
        open.append(cells.count)
        cells.append(Cell(kind: kind, name: name, text: at..<at, next: 0))
        name = 0..<0
        isName = kind == .object
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let last = open.popLast() { cells[last].next = cells.count }
        isName = false
        at += 1
      case UInt8(ascii: ","):
        isName = open.last.map { cells[$0].kind == .object } ?? false
        at += 1
      case UInt8(ascii: "\""):
        let start = at + 1
        at = start
        while at < json.count, json[at] != UInt8(ascii: "\"") {
          at += json[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        let text = start..<max(start, min(at, json.count))
        at += 1
        if isName {
          name = text
          isName = false
        } else {
          cells.append(Cell(kind: .string, name: name, text: text, next: cells.count + 1))
          name = 0..<0
        }
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D: at += 1
      default:
        let start = at
        while at < json.count, !Self.endsWord(json[at]) { at += 1 }
        cells.append(Cell(kind: .other, name: name, text: start..<at, next: cells.count + 1))
        name = 0..<0
      }
    }
    for index in open { cells[index].next = cells.count }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x0A: true
    default: false
    }
  }

  /// A string without its escapes.
  fileprivate func unescaped(_ range: Range<Int>) -> String {
    guard json[range].contains(UInt8(ascii: "\\")) else {
      return String(decoding: json[range], as: UTF8.self)
    }
    var result: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard json[at] == UInt8(ascii: "\\"), at + 1 < range.upperBound else {
        result.append(json[at])
        at += 1
        continue
      }
      switch json[at + 1] {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"):
        // libpg_query writes only control characters like this.
        let digits = String(
          decoding: json[min(at + 2, range.upperBound)..<min(at + 6, range.upperBound)],
          as: UTF8.self)
        result.append(UInt8(digits, radix: 16) ?? 0x20)
        at += 4
      case let other: result.append(other)
      }
      at += 2
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// A value in a tree of PostgreSQL's parser: an object with members, a list, or a text.
///
/// Source: https://github.com/pganalyze/libpg_query, `pg_query.proto`; the nodes are PostgreSQL's own
/// (`src/include/nodes/parsenodes.h`). Members that have the value zero are left out.
struct SyntaxNode {
  fileprivate let tree: ParseTree
  fileprivate let index: Int

  /// A member, nil when it is not there.
  subscript(_ name: StaticString) -> SyntaxNode? {
    let cells = tree.cells
    guard cells[index].kind == .object else { return nil }
    let end = cells[index].next
    var child = index + 1
    while child < end {
      if matches(cells[child].name, name) { return SyntaxNode(tree: tree, index: child) }
      child = cells[child].next
    }
    return nil
  }

  private func matches(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { buffer in
      for (offset, byte) in buffer.enumerated() where tree.json[range.lowerBound + offset] != byte {
        return false
      }
      return true
    }
  }

  /// The entries of a list, empty for anything else.
  var elements: [SyntaxNode] {
    let cells = tree.cells
    guard cells[index].kind == .array else { return [] }
    var result: [SyntaxNode] = []
    var child = index + 1
    while child < cells[index].next {
      result.append(SyntaxNode(tree: tree, index: child))
      child = cells[child].next
    }
    return result
  }

  /// The entries of the list `name`, empty when it is not there.
  func list(_ name: StaticString) -> [SyntaxNode] { self[name]?.elements ?? [] }

  /// What kind of node stands here, such as `CreateStmt`: an object with it as the only member.
  var kind: String {
    guard let content else { return "" }
    return String(decoding: tree.json[tree.cells[content.index].name], as: UTF8.self)
  }

  /// The node of which ``kind`` tells the kind, nil where there is none.
  var content: SyntaxNode? {
    let cell = tree.cells[index]
    guard cell.kind == .object, cell.next > index + 1 else { return nil }
    return SyntaxNode(tree: tree, index: index + 1)
  }

  /// The text of the member `name`, nil when it is not there.
  func text(_ name: StaticString) -> String? {
    self[name].map { tree.unescaped(tree.cells[$0.index].text) }
  }

  /// Whether the member `name` is there and true.
  func flag(_ name: StaticString) -> Bool { self[name]?.isTrue ?? false }

  private var isTrue: Bool { tree.json[tree.cells[index].text].first == UInt8(ascii: "t") }

  /// The number of the member `name`; zero when it is not there, as it is left out then.
  func number(_ name: StaticString) -> Int {
    guard let member = self[name] else { return 0 }
    return Int(String(decoding: tree.json[tree.cells[member.index].text], as: UTF8.self)) ?? 0
  }

  /// The number of an `A_Const` node, nil when it is no integer.
  ///
  /// libpg_query leaves negative integers out of its JSON as if they were zero, so these are read from
  /// the statement, in which the node has a place.
  var integer: Int? {
    guard let value = self["ival"] else { return nil }
    let number = value.number("ival")
    let location = self.number("location")
    guard number == 0, tree.source.indices.contains(location),
      tree.source[location] == UInt8(ascii: "-")
    else { return number }
    var tokens = SQLTokenizer(tree.source, in: (location + 1)..<tree.source.count)
    guard let digits = tokens.next()?.range else { return number }
    return Int(String(decoding: tree.source[digits], as: UTF8.self)).map { -$0 } ?? number
  }

  /// The texts of a list of `String` nodes.
  func names(_ name: StaticString) -> [String] { list(name).compactMap(\.string) }

  /// The text of a `String` node, nil for another node.
  var string: String? { self["String"].map { $0.text("sval") ?? "" } }
}
