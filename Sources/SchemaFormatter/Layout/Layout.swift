import SchemaParser

/// Writes a file in its canonical layout, one block of the tree after the other.
///
/// At the top level the layout is a matter of the line ends between two neighbours: how many there
/// were, and what stands before them. So the writer remembers its last item and counts.
struct Layout {
  /// What was written last at the top level.
  fileprivate enum Item {
    case nothing
    case comment
    case declaration
    /// A line that could not be read.
    case line
    /// An unknown block or type alias.
    case verbatim

    /// What a node at the top level is.
    init(_ kind: SyntaxKind) {
      switch kind {
      case .comment, .docComment, .blockComment: self = .comment
      case .invalidLine: self = .line
      case .typeAlias, .unknownBlock: self = .verbatim
      default: self = .declaration
      }
    }
  }

  /// What was written so far.
  var output: [UInt8] = []
  let attributeOrder: FormatOptions.AttributeOrder
  private let keepsBrokenParts: Bool
  let indentation: [UInt8]
  /// Scratch space of the block being written, see `collectMembers`.
  var members: [Member] = []
  /// Scratch space of the block being written, see `collectMembers`.
  var blockAttributes: [BlockAttribute] = []
  private var last = Item.nothing
  /// Whether a line that could not be read stands before, with nothing but comments behind it.
  private var isBehindLine = false
  /// The line ends since the last item.
  private var lineEnds = 0
  /// Where the last item of the block that was written last ends, in UTF-8 bytes from the start of the
  /// block; nil when it holds none.
  private(set) var lastEnd: Int?

  init(options: FormatOptions, capacity: Int) {
    attributeOrder = options.attributeOrder
    keepsBrokenParts = options.brokenParts == .keep
    indentation = options.indentation
    output.reserveCapacity(capacity)
  }

  /// Writes a block, which follows the ones written before.
  mutating func write(_ block: SyntaxBlock) {
    block.bytes.withUnsafeBufferPointer { bytes in
      block.nodes.withUnsafeBufferPointer { nodes in
        write(Source(bytes: bytes, nodes: nodes))
      }
    }
  }

  /// The text, with its last line end.
  consuming func finished() -> [UInt8] {
    output.append(UInt8(ascii: "\n"))
    return output
  }

  private mutating func write(_ source: Source) {
    var index = 0
    var end = 0
    while index < source.nodes.count {
      let node = source.nodes[index]
      let item = Item(node.kind)
      lineEnds += source.lineEnds(from: end, to: node.start)
      let startsLine = lineEnds > 0 || last == .nothing
      separate(before: item)
      end = source.end(of: node, item)
      if keeps(item, at: index, of: source) {
        let start = startsLine ? source.indentationStart(before: node.start) : node.start
        append(source, from: start, to: end)
      } else {
        switch item {
        case .comment: writeComment(node, indented: false, of: source)
        case .declaration: writeDeclaration(at: index, of: source)
        case .line, .verbatim, .nothing: append(source, from: node.start, to: end)
        }
      }
      note(item)
      index = node.next
    }
    lineEnds += source.lineEnds(from: end, to: source.bytes.count)
    lastEnd = source.nodes.isEmpty ? nil : end
  }

  /// Goes behind a block as if it had been written.
  mutating func pass(_ block: SyntaxBlock) {
    block.bytes.withUnsafeBufferPointer { bytes in
      block.nodes.withUnsafeBufferPointer { nodes in
        let source = Source(bytes: bytes, nodes: nodes)
        var index = 0
        var end = 0
        while index < nodes.count {
          note(Item(nodes[index].kind))
          lineEnds = 0
          end = source.end(of: nodes[index], last)
          index = nodes[index].next
        }
        lineEnds += source.lineEnds(from: end, to: bytes.count)
        lastEnd = nodes.isEmpty ? nil : end
      }
    }
  }

  private mutating func note(_ item: Item) {
    last = item
    if item != .comment { isBehindLine = item == .line }
  }

  /// Whether an item keeps its layout because it is a broken part, or stands in one.
  private func keeps(_ item: Item, at index: Int, of source: Source) -> Bool {
    guard keepsBrokenParts else { return false }
    switch item {
    case .comment: return isBehindLine
    case .declaration: return source.isTorn(at: index)
    case .line, .verbatim, .nothing: return true
    }
  }

  /// Writes the line ends between the last item and the next.
  private mutating func separate(before item: Item) {
    switch last {
    case .nothing: break
    case _ where keepsBrokenParts && (isBehindLine || item == .line):
      appendLineEnds(max(lineEnds, 1))
    case .declaration: appendLineEnds(lineEnds > 0 ? 2 : 1)
    case .verbatim: appendLineEnds(min(lineEnds, 1))
    case .comment, .line: appendLineEnds(lineEnds > 1 ? 2 : 1)
    }
    lineEnds = 0
  }

  private mutating func appendLineEnds(_ count: Int) {
    for _ in 0..<count { output.append(UInt8(ascii: "\n")) }
  }
}

extension Source {
  /// Where an item ends: a line that can't be read before its line end.
  fileprivate func end(of node: SyntaxNode, _ item: Layout.Item) -> Int {
    item == .line ? withoutLineEnd(node) : node.end
  }

  /// Where the blanks before an item that begins its line start.
  fileprivate func indentationStart(before start: Int) -> Int {
    var low = start
    while low > 0, bytes[low - 1] == UInt8(ascii: " ") || bytes[low - 1] == UInt8(ascii: "\t") {
      low -= 1
    }
    return low
  }

  /// Whether a declaration has a line that can't be read, and that leaves a bracket open or closes one more:
  /// what stands around it may not belong to the declaration, or not to a line of its own.
  fileprivate func isTorn(at index: Int) -> Bool {
    var child = index + 1
    while child < nodes[index].next {
      let node = nodes[child]
      if node.kind == .invalidMember, openBrackets(from: node.start, to: node.end) != 0 {
        return true
      }
      child = node.next
    }
    return false
  }

  /// How many more brackets a line opens than it closes, outside of strings and comments.
  private func openBrackets(from start: Int, to end: Int) -> Int {
    var count = 0
    var at = start
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): count += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): count -= 1
      case UInt8(ascii: "\""):
        at = endOfString(from: at, to: end)
        continue
      case UInt8(ascii: "/") where at + 1 < end && bytes[at + 1] == UInt8(ascii: "/"): return count
      default: break
      }
      at += 1
    }
    return count
  }
}

extension Layout {
  /// Starts a line in a block.
  mutating func startLine() {
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: indentation)
  }

  /// Appends a stretch of the source as it is.
  mutating func append(_ source: Source, from start: Int, to end: Int) {
    guard start < end else { return }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: source.bytes[start..<end]))
  }

  /// Appends a word.
  mutating func append(_ word: StaticString) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// Appends `count` spaces.
  mutating func appendSpaces(_ count: Int) {
    var left = count
    while left > 0 {
      output.append(UInt8(ascii: " "))
      left -= 1
    }
  }
}
