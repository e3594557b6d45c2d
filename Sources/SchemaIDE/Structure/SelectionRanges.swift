import SchemaModel
import SchemaParser

extension Analysis {
  /// What can be selected around a place (UTF-8 bytes from the start of the file), the smallest first,
  /// each in the next, the last one the whole file. Ranges count from the start of the file.
  ///
  /// A name, its expression, the argument, the list of arguments without and with its parentheses, the
  /// attribute, the member, the members up to the next blank line, what stands between the braces, the
  /// declaration, the declaration with its comments.
  public func selectionRanges(at offset: Int, inFile file: Int) -> [TextRange] {
    guard files.indices.contains(file) else { return [] }
    let whole = TextRange(0, files[file].tree.count)
    guard let cursor = cursor(at: offset, inFile: file) else { return [whole] }
    var steps = SelectionSteps(cursor)
    steps.addNodes()
    steps.addBlock()
    var ranges: [TextRange] = []
    for range in steps.ranges.map({ $0.shifted(by: cursor.blockStart) }) + [whole] {
      guard range.start <= cursor.offset, cursor.offset <= range.end else { continue }
      if range.isEmpty, range != whole { continue }
      // Only what is larger than what came before, and not what cuts across it.
      if let last = ranges.last, last == range || !range.contains(last) { continue }
      ranges.append(range)
    }
    return ranges
  }
}

/// Collects the ranges around a place, from the inside. They count from the start of the block.
private struct SelectionSteps {
  /// How many nodes of nested expressions are offered: more than anybody would go through.
  private static let depthLimit = 64

  let cursor: Cursor
  let block: SyntaxBlock
  let at: Int
  private(set) var ranges: [TextRange] = []

  init(_ cursor: Cursor) {
    self.cursor = cursor
    block = cursor.block
    at = min(cursor.blockOffset, cursor.block.bytes.count)
  }

  mutating func addNodes() {
    addWord()
    let nodes = cursor.nodes
    for (depth, node) in nodes.reversed().enumerated() {
      if depth > Self.depthLimit, node.kind.isExpression || node.kind == .argument { continue }
      switch node.kind {
      case .string, .argumentList, .array, .object:
        ranges.append(TextRange(node.range.start + 1, node.range.end - 1))
        ranges.append(node.range)
      case .comment, .docComment, .blockComment:
        ranges.append(node.range)
        if node.kind != .blockComment { addCommentRun(node, parent: nodes.dropLast().last) }
      case .field, .enumValue, .property, .blockAttribute, .invalidMember, .invalidLine:
        ranges.append(block.trimmed(node.range))
      case .attribute:
        ranges.append(block.trimmed(node.range))
      default:
        if node.kind.isDeclaration {
          addMembers(of: node)
          addBody(of: node)
        }
        ranges.append(node.range)
      }
    }
  }

  /// The whole block without the blank lines around it: a declaration with its comments.
  mutating func addBlock() {
    var start = 0
    while start < block.bytes.count, isBlank(block.bytes[start]) { start += 1 }
    ranges.append(block.trimmed(TextRange(start, block.bytes.count)))
  }

  /// The word at the place, where no node is as small: in comments, strings and paths.
  private mutating func addWord() {
    var start = at
    var end = at
    while start > 0, isWord(block.bytes[start - 1]) { start -= 1 }
    while end < block.bytes.count, isWord(block.bytes[end]) { end += 1 }
    if start < end { ranges.append(TextRange(start, end)) }
  }

  /// The comments of the same kind right before and after.
  private mutating func addCommentRun(_ comment: Syntax, parent: Syntax?) {
    if let parent, !parent.kind.isDeclaration { return }  // at the end of a line
    var first = comment
    var last = comment
    var isAround = false
    for sibling in parent?.children ?? block.roots {
      let goesOn =
        last.kind == comment.kind && sibling.kind == comment.kind
        && block.line(of: last.range.end) + 1 == block.line(of: sibling.range.start)
      if !goesOn {
        if isAround { break }
        first = sibling
      }
      if sibling == comment { isAround = true }
      last = sibling
    }
    if isAround { ranges.append(TextRange(first.range.start, last.range.end)) }
  }

  /// The members around the place that no blank line separates.
  private mutating func addMembers(of declaration: Syntax) {
    var run: TextRange?
    for member in declaration.children where member.kind != .name {
      let range = block.trimmed(member.range)
      if let known = run, block.line(of: range.start) <= block.line(of: known.end) + 1 {
        run = TextRange(known.start, range.end)
      } else {
        if let run, run.end >= at { break }
        run = range
      }
    }
    if let run, run.start <= at, at <= run.end { ranges.append(run) }
  }

  /// What stands between the braces.
  private mutating func addBody(of declaration: Syntax) {
    guard let name = declaration.first(.name) else { return }
    var start = name.range.end
    while start < block.bytes.count, block.bytes[start] != UInt8(ascii: "{") { start += 1 }
    let body = TextRange(start + 1, declaration.range.end - 1)
    if body.start <= at, at <= body.end { ranges.append(body) }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
