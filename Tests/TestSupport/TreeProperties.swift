import SchemaParser

/// What holds for every syntax tree, whatever the text.
package enum TreeProperties {
  /// What is wrong with `tree` as the tree of `text`; nil when all properties hold.
  package static func problem(of tree: SyntaxTree, text: [UInt8]) -> String? {
    if tree.bytes != text { return "the tree doesn't print back its text" }
    if let problem = positionProblem(of: tree, text: text) { return problem }
    for (index, block) in tree.blocks.enumerated() {
      if let problem = nodeProblem(of: block) { return "block \(index): \(problem)" }
      let isLast = index + 1 == tree.blocks.count
      if let problem = blockProblem(of: block, isLast: isLast) {
        return "block \(index): \(problem)"
      }
    }
    return nil
  }

  /// How two trees differ in what they say about their text; nil when they say the same. Where their
  /// blocks begin may differ.
  package static func difference(_ left: SyntaxTree, _ right: SyntaxTree) -> String? {
    if left.count != right.count { return "count \(left.count) and \(right.count)" }
    if left.lineEndCount != right.lineEndCount {
      return "line ends \(left.lineEndCount) and \(right.lineEndCount)"
    }
    if let place = firstDifference(FlatNode.all(of: left), FlatNode.all(of: right)) { return place }
    return firstDifference(FlatError.all(of: left), FlatError.all(of: right))
  }

  /// `text` as an edit leaves it.
  package static func edited(_ text: [UInt8], by edit: TextEdit) -> [UInt8] {
    let low = min(edit.range.start, text.count)
    let high = max(low, min(edit.range.end, text.count))
    return text[..<low] + edit.replacement + text[high...]
  }

  /// A node with offsets from the start of the file.
  private struct FlatNode: Equatable {
    let kind: SyntaxKind
    let flags: UInt8
    let start: Int
    let end: Int
    /// The number of nodes in its subtree.
    let size: Int

    static func all(of tree: SyntaxTree) -> [FlatNode] {
      var all: [FlatNode] = []
      for (block, start) in zip(tree.blocks, tree.starts) {
        for (index, node) in block.nodes.enumerated() {
          all.append(
            FlatNode(
              kind: node.kind, flags: node.flags, start: node.start + start,
              end: node.end + start, size: node.next - index))
        }
      }
      return all
    }
  }

  /// An error with offsets from the start of the file.
  private struct FlatError: Equatable {
    let kind: SyntaxError.Kind
    let start: Int
    let end: Int

    static func all(of tree: SyntaxTree) -> [FlatError] {
      var all: [FlatError] = []
      for (block, start) in zip(tree.blocks, tree.starts) {
        for error in block.errors {
          all.append(
            FlatError(
              kind: error.kind, start: error.range.start + start, end: error.range.end + start))
        }
      }
      return all
    }
  }

  private static func firstDifference<Element: Equatable>(
    _ left: [Element], _ right: [Element]
  ) -> String? {
    if left == right { return nil }
    for (one, other) in zip(left, right) where one != other { return "\(one) and \(other)" }
    return "\(left.count) and \(right.count) of \(Element.self)"
  }

  // MARK: Positions

  private static func positionProblem(of tree: SyntaxTree, text: [UInt8]) -> String? {
    if tree.count != text.count { return "count is \(tree.count), not \(text.count)" }
    guard tree.starts.count == tree.blocks.count, tree.lines.count == tree.blocks.count else {
      return "not as many starts or lines as blocks"
    }
    var offset = 0
    var line = 0
    var lineStarts: [Int] = []
    for (index, block) in tree.blocks.enumerated() {
      if block.bytes.isEmpty { return "block \(index) is empty" }
      if tree.starts[index] != offset { return "block \(index) starts elsewhere" }
      if tree.lines[index] != line { return "block \(index) starts in another line" }
      lineStarts += block.lineStarts.map { Int($0) + offset }
      offset += block.bytes.count
      line += block.lineStarts.count
    }
    if tree.hasErrors != tree.blocks.contains(where: { !$0.errors.isEmpty }) {
      return "hasErrors is \(tree.hasErrors)"
    }
    if tree.lineEndCount != line { return "lineEndCount is \(tree.lineEndCount), not \(line)" }
    return lineStarts == self.lineStarts(of: text) ? nil : "the line starts are wrong"
  }

  /// The offsets behind the line ends, the plain way.
  private static func lineStarts(of text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    for (index, byte) in text.enumerated() {
      let isBeforeLineFeed = index + 1 < text.count && text[index + 1] == 0x0A
      if byte == 0x0A || byte == 0x0D && !isBeforeLineFeed { starts.append(index + 1) }
    }
    return starts
  }

  // MARK: Blocks

  private static func blockProblem(of block: SyntaxBlock, isLast: Bool) -> String? {
    let roots = Array(block.roots)
    let declarations = roots.filter { $0.kind.isDeclaration }
    if declarations.count > 1 { return "holds several declarations" }
    if declarations.first?.index != block.declaration { return "names another declaration" }
    if !block.mayHoldComments, block.nodes.contains(where: { $0.kind.isComment }) {
      return "holds a comment that it denies"
    }
    if !isLast {
      guard let last = roots.last, !last.kind.isComment else { return "ends with no item" }
      let rest = block.bytes[min(last.range.end, block.bytes.count)...]
      let isRestAllowed = last.kind == .typeAlias ? isBlank(rest) : rest.isEmpty
      if !isRestAllowed { return "goes on behind its last item" }
    }
    var start = 0
    for error in block.errors {
      if error.range.start < start { return "errors out of order" }
      if error.range.end > block.bytes.count { return "an error out of bounds" }
      start = error.range.start
    }
    return nil
  }

  // MARK: Nodes

  /// A node whose children are being looked at.
  private struct Open {
    /// Its index; nil for the block itself.
    let index: Int?
    let kind: SyntaxKind?
    let end: Int
    let next: Int
    /// Where the next gap between children begins.
    var gapStart: Int
    /// The number of gaps before that.
    var gapCount = 0
  }

  private static func nodeProblem(of block: SyntaxBlock) -> String? {
    var open = [
      Open(index: nil, kind: nil, end: block.bytes.count, next: block.nodes.count, gapStart: 0)
    ]
    for (index, node) in block.nodes.enumerated() {
      while let top = open.last, index >= top.next, open.count > 1 {
        if let problem = close(&open, in: block) { return problem }
      }
      guard var top = open.popLast() else { return "no parent" }
      if node.start < top.gapStart || node.end < node.start || node.end > top.end {
        return "node \(index), \(node.kind), out of bounds"
      }
      if node.next <= index || node.next > top.next { return "node \(index) ends in another" }
      if let problem = gapProblem(top, upTo: node.start, isLast: false, in: block) {
        return problem
      }
      top.gapStart = node.end
      top.gapCount += 1
      open.append(top)
      open.append(
        Open(index: index, kind: node.kind, end: node.end, next: node.next, gapStart: node.start))
    }
    while !open.isEmpty {
      if let problem = close(&open, in: block) { return problem }
    }
    return nil
  }

  private static func close(_ open: inout [Open], in block: SyntaxBlock) -> String? {
    guard let top = open.popLast() else { return nil }
    return gapProblem(top, upTo: top.end, isLast: true, in: block)
  }

  /// Whether the bytes between two children of a node are such as no node stands for.
  private static func gapProblem(
    _ parent: Open, upTo end: Int, isLast: Bool, in block: SyntaxBlock
  ) -> String? {
    let gap = block.bytes[parent.gapStart..<end]
    let isAllowed: Bool
    switch parent.kind {
    case nil: isAllowed = isBlank(gap)
    case .model, .view, .compositeType, .enumeration, .datasource, .generator:
      isAllowed = isBodyGap(gap, number: parent.gapCount, isLast: isLast)
    case .unknownBlock: isAllowed = parent.gapCount > 0 || gap.isEmpty
    case .typeAlias:
      isAllowed =
        parent.gapCount == 0
        ? gap.starts(with: Array("type".utf8)) && isBlank(gap.dropFirst(4)) : isBlank(gap, or: "=")
    case .unsupportedType: isAllowed = isBlank(gap, or: "Unsupported()")
    case .field, .enumValue: isAllowed = isBlank(gap)
    case .attribute, .blockAttribute: isAllowed = isBlank(gap, or: "@")
    case .property: isAllowed = isBlank(gap, or: "=")
    case .type: isAllowed = isBlank(gap, or: "[]?!")
    case .argumentList: isAllowed = isBlank(gap, or: "(),")
    case .argument, .objectMember: isAllowed = isBlank(gap, or: ":")
    case .functionCall: isAllowed = isBlank(gap)
    case .array: isAllowed = isBlank(gap, or: "[],")
    case .object: isAllowed = isBlank(gap, or: "{},")
    case .comment, .docComment, .blockComment, .invalidLine, .invalidMember, .name, .legacyColon,
      .path, .trailingComma, .string, .number, .constant:
      return isLast && parent.gapCount > 0 ? "a leaf with children" : nil
    }
    if isAllowed { return nil }
    let kind = parent.kind.map { "\($0)" } ?? "the top"
    return "no node holds \(String(decoding: gap, as: UTF8.self)) in \(kind)"
  }

  /// Gaps in a declaration: the keyword; the brace and the rest of its line; blanks, and the brace.
  private static func isBodyGap(_ gap: ArraySlice<UInt8>, number: Int, isLast: Bool) -> Bool {
    var gap = gap
    if isLast {
      guard gap.popLast() == UInt8(ascii: "}") else { return false }
    }
    switch number {
    case 0: return gap.first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ?? false
    case 1:
      guard let brace = gap.firstIndex(of: UInt8(ascii: "{")), isBlank(gap[..<brace]),
        let newline = gap[brace...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D })
      else { return false }
      return isBlank(gap[newline...])
    default: return isBlank(gap)
    }
  }

  /// Whether there are only blanks, line ends and the characters of `punctuation`.
  private static func isBlank(_ bytes: ArraySlice<UInt8>, or punctuation: String = "") -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\r" || scalar == "\t"
        || scalar.properties.generalCategory == .spaceSeparator
        || punctuation.unicodeScalars.contains(scalar)
    }
  }
}
