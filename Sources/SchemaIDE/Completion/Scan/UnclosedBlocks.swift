import SchemaModel
import SchemaParser

/// The closing braces that a text lacks around a place: without them the lines of a block that is
/// being typed belong to nothing, or to the block before it.
struct UnclosedBlocks {
  /// The tokens that can begin a declaration.
  static let keywords: [String: SyntaxKind] = [
    "model": .model, "view": .view, "type": .compositeType, "enum": .enumeration,
    "datasource": .datasource, "generator": .generator,
  ]

  /// The places of headers that stand before the end of the block above them: UTF-8 bytes from the
  /// start of the file, ascending.
  private(set) var headers: [Int] = []
  /// The end of the file, if the last block goes on until there.
  private(set) var end: Int?

  /// The text that was looked through.
  let source: SourceText

  var isEmpty: Bool { headers.isEmpty && end == nil }

  /// Looks through a block, and through the lines around it that belong to no declaration: how these are
  /// split into blocks depends on how the text came about.
  ///
  /// - Parameter block: an index of the tree's blocks.
  init(_ tree: SyntaxTree, block: Int) {
    let blocks = Self.blocks(around: block, in: tree)
    source = SourceText(tree, blocks: blocks)
    let last = blocks.upperBound - 1
    let declaration = tree.blocks[last].declaration.map {
      Syntax(block: tree.blocks[last], index: $0)
    }
    let endOfLines =
      declaration.map { tree.starts[last] + $0.range.start } ?? source.range.end
    var isOpen = false
    var line: Int? = source.range.start
    while let start = line, start < endOfLines {
      if Self.isHeader(source, lineOf: start) {
        if isOpen { headers.append(start) }
        isOpen = true
      } else if source.tokens(TextRange(start, source.lineEnd(start))).first?.kind
        == .close(UInt8(ascii: "}"))
      {
        isOpen = false
      }
      line = source.nextLine(start)
    }
    if isOpen, declaration == nil { end = source.range.end }
    guard let declaration, last == block else { return }
    // Headers were read as lines of the declaration.
    for member in declaration.children where member.kind == .invalidMember {
      let start = tree.starts[block] + member.range.start
      if Self.isHeader(source, lineOf: start) { headers.append(source.lineStart(start)) }
    }
  }

  /// A block with those before it that declare nothing; if it declares nothing itself, also with those
  /// behind it, and the one where the next declaration stands.
  private static func blocks(around block: Int, in tree: SyntaxTree) -> Range<Int> {
    if let lines = tree.blocksWithoutDeclaration(around: block) {
      return lines.lowerBound..<min(lines.upperBound + 1, tree.blocks.count)
    }
    let lines = block > 0 ? tree.blocksWithoutDeclaration(around: block - 1) : nil
    return (lines?.lowerBound ?? block)..<(block + 1)
  }

  /// Whether a declaration begins on the line.
  static func isHeader(_ source: SourceText, lineOf offset: Int) -> Bool {
    let end = source.lineEnd(offset)
    let tokens = source.tokens(TextRange(source.lineStart(offset), end)).prefix(3)
    return tokens.count == 3 && tokens.map(\.kind) == [.word, .word, .open(UInt8(ascii: "{"))]
      && keywords[source.text(tokens[0].range)] != nil
  }

  /// `tree` with the braces.
  func close(_ tree: SyntaxTree) -> SyntaxTree {
    var tree = tree
    if let end {
      _ = tree.apply(TextEdit(range: TextRange(end, end), replacement: "\n}\n"))
    }
    for header in headers.reversed() {
      _ = tree.apply(TextEdit(range: TextRange(header, header), replacement: Self.brace))
    }
    return tree
  }

  private static let brace = "}\n"

  /// Where a place of the text stands in that with the braces.
  func closedOffset(_ offset: Int) -> Int {
    offset + Self.brace.utf8.count * headers.count { $0 <= offset }
  }

  /// Where a place of the text with the braces stands in the text itself.
  func originalOffset(_ offset: Int) -> Int {
    var result = offset
    for (index, header) in headers.enumerated() {
      let start = header + index * Self.brace.utf8.count
      if offset < start { break }
      result = max(header, offset - (index + 1) * Self.brace.utf8.count)
    }
    return end.map { min($0, result) } ?? result
  }
}

extension Analysis {
  /// The schema with closing braces where they are missing around a place, without its diagnostics;
  /// nil when there is none missing.
  func closingBlocks(
    at offset: Int, inFile file: Int
  ) -> (analysis: Analysis, blocks: UnclosedBlocks)? {
    guard let cursor = cursor(at: offset, inFile: file) else { return nil }
    let blocks = UnclosedBlocks(files[file].tree, block: cursor.blockIndex)
    if blocks.isEmpty { return nil }
    return (unchecked([file: blocks.close(files[file].tree)]), blocks)
  }
}
