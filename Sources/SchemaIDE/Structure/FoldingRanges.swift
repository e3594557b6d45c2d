import SchemaModel
import SchemaParser

/// Lines that can be folded away.
public struct FoldingRange: Hashable, Sendable {
  /// What is folded.
  public enum Kind: Sendable { case code, comment, region }

  /// What is folded.
  public let kind: Kind
  /// The line that stays, from 0.
  public let startLine: Int
  /// The last line; after ``startLine``.
  public let endLine: Int
  /// What goes, in UTF-8 bytes from the start of the file.
  public let range: TextRange
  /// Whether the last line holds the closing bracket, and so stays when only whole lines can go.
  public let endsInBracket: Bool
}

extension Analysis {
  /// What can be folded in a file, sorted by start: declarations, lists over several lines, comments
  /// over several lines, and what stands between `//#region` and `//#endregion`.
  ///
  /// - Parameter limit: how many are wanted at most; comments are left out first.
  public func foldingRanges(ofFile file: Int, limit: Int = .max) -> [FoldingRange] {
    guard files.indices.contains(file) else { return [] }
    var folding = Folding(tree: files[file].tree)
    folding.addAll()
    var found = folding.ranges
    if found.count > limit { found.removeAll { $0.kind == .comment } }
    if found.count > limit { found.removeSubrange(max(0, limit)...) }
    return found.sorted {
      ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end)
    }
  }
}

/// Goes through a file and collects what can be folded.
private struct Folding {
  let tree: SyntaxTree
  private(set) var ranges: [FoldingRange] = []
  /// The `//#region` comments that are still open: their ends, from the start of the file, and lines.
  private var regions: [(offset: Int, line: Int)] = []

  init(tree: SyntaxTree) { self.tree = tree }

  mutating func addAll() {
    for index in tree.blocks.indices {
      let block = tree.blocks[index]
      block.nodes.withUnsafeBufferPointer { nodes in
        if let declaration = block.declaration {
          addBody(of: declaration, nodes, block, blockAt: index)
          if !block.errors.isEmpty {
            addOpenLists(in: Syntax(block: block, index: declaration), blockAt: index)
          }
        }
        if block.mayHoldComments, block.mayFoldComments {
          addComments(among: nodes, blockAt: index)
        }
      }
    }
  }

  private mutating func add(
    _ kind: FoldingRange.Kind, _ start: Int, _ end: Int, blockAt index: Int,
    endsInBracket: Bool = false
  ) {
    let block = tree.blocks[index]
    let first = block.line(of: start)
    let last = block.line(of: end)
    guard last > first else { return }
    ranges.append(
      FoldingRange(
        kind: kind, startLine: tree.lines[index] + first, endLine: tree.lines[index] + last,
        range: TextRange(start, end).shifted(by: tree.starts[index]),
        endsInBracket: endsInBracket))
  }

  /// From behind the opening brace up to the closing one.
  private mutating func addBody(
    of declaration: Int, _ nodes: UnsafeBufferPointer<SyntaxNode>, _ block: SyntaxBlock,
    blockAt index: Int
  ) {
    guard declaration + 1 < nodes.count else { return }
    var brace = nodes[declaration + 1].end
    while brace < block.bytes.count, block.bytes[brace] != UInt8(ascii: "{") { brace += 1 }
    add(.code, brace + 1, nodes[declaration].end - 1, blockAt: index, endsInBracket: true)
  }

  // MARK: Comments

  /// Takes the comments of a block that stand alone on their lines.
  ///
  /// All nodes are looked at, since going from member to member waits for memory at each step; but only
  /// where a look at the lines shows that it may be worth while.
  private mutating func addComments(
    among nodes: UnsafeBufferPointer<SyntaxNode>, blockAt index: Int
  ) {
    let block = tree.blocks[index]
    // The comments of one kind on lines one after the other, so far.
    var run: (kind: SyntaxKind, start: Int, end: Int, line: Int)?
    func finish(_ folding: inout Folding) {
      if let run { folding.add(.comment, run.start, run.end, blockAt: index) }
      run = nil
    }
    for node in nodes where node.kind.isComment && block.beginsLine(node.start) {
      let line = block.line(of: node.start)
      if node.kind == .blockComment {
        finish(&self)
        let lineEnd = block.lineStarts.indices.contains(line) ? Int(block.lineStarts[line]) : 0
        let text = block.trimmed(TextRange(node.start, min(lineEnd, node.end)))
        add(.comment, text.end, node.end, blockAt: index)
      } else if node.kind == .comment, addMark(node, block, blockAt: index) {
        finish(&self)
      } else if let known = run, known.kind == node.kind, known.line + 1 == line {
        run = (known.kind, known.start, node.end, line)
      } else {
        finish(&self)
        // What stays is the first line.
        run = (node.kind, node.end, node.end, line)
      }
    }
    finish(&self)
  }

  /// Takes `//#region` and `//#endregion`; returns whether the comment is one of them.
  private mutating func addMark(
    _ node: SyntaxNode, _ block: SyntaxBlock, blockAt index: Int
  ) -> Bool {
    var at = node.start + 2
    let end = min(node.end, block.bytes.count)
    while at < end, block.bytes[at] == UInt8(ascii: " ") || block.bytes[at] == UInt8(ascii: "\t") {
      at += 1
    }
    guard at < end, block.bytes[at] == UInt8(ascii: "#") else { return false }
    let rest = block.bytes[at..<end]
    let line = tree.lines[index] + block.line(of: node.start)
    if rest.starts(with: "#region".utf8) {
      regions.append((tree.starts[index] + end, line))
      return true
    }
    guard rest.starts(with: "#endregion".utf8) else { return false }
    if let region = regions.popLast(), line > region.line {
      ranges.append(
        FoldingRange(
          kind: .region, startLine: region.line, endLine: line,
          range: TextRange(region.offset, tree.starts[index] + end), endsInBracket: false))
    }
    return true
  }

  // MARK: Lists

  /// Lists over several lines, which the language does not have but people write: from a line that
  /// ends in an opening bracket to one that begins with the closing one.
  private mutating func addOpenLists(in node: Syntax, blockAt index: Int) {
    let bytes = node.block.bytes
    var open: [Int] = []
    for member in node.children where member.kind == .invalidMember {
      let line = node.block.trimmed(member.range)
      guard let first = bytes[line.start..<line.end].first,
        let last = bytes[line.start..<line.end].last
      else { continue }
      if first == UInt8(ascii: "]") || first == UInt8(ascii: ")"), let start = open.popLast() {
        add(.code, start, line.start, blockAt: index, endsInBracket: true)
      }
      if last == UInt8(ascii: "[") || last == UInt8(ascii: "(") { open.append(line.end) }
    }
  }
}

extension SyntaxBlock {
  /// Whether lines may be comments that can be folded, going by what they begin with: a block comment, a
  /// mark of a region, or two lines with comments one after the other.
  fileprivate var mayFoldComments: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      lineStarts.withUnsafeBufferPointer { lineStarts in
        var isBehindComment = false
        var start = 0
        var next = 0
        while true {
          var at = start
          while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
          let isComment = at + 1 < bytes.count && bytes[at] == UInt8(ascii: "/")
          if isComment {
            if isBehindComment || bytes[at + 1] == UInt8(ascii: "*") { return true }
            at += 2
            while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
            if at < bytes.count, bytes[at] == UInt8(ascii: "#") { return true }
          }
          isBehindComment = isComment
          guard next < lineStarts.count else { return false }
          start = Int(lineStarts[next])
          next += 1
        }
      }
    }
  }

  /// Whether nothing but blanks stands before `offset` on its line, as far as it is in the block.
  fileprivate func beginsLine(_ offset: Int) -> Bool {
    var at = min(offset, bytes.count)
    while at > 0 {
      switch bytes[at - 1] {
      case 0x20, 0x09: at -= 1
      case 0x0A, 0x0D: return true
      default: return false
      }
    }
    return true
  }
}
