import SchemaParser

/// Trees written down: a line for each node, indented by depth, with its text in ‹›, where ⏎ stands
/// for a line feed and ␍ for a carriage return.
enum Outline {
  /// The nodes of the file `text`.
  static func nodes(_ text: String, dialect: Dialect = .prisma6) -> String {
    let tree = SyntaxTree.parsed(Array(text.utf8), dialect: dialect)
    return tree.blocks.filter { !$0.nodes.isEmpty }
      .map { nodes(of: $0, from: 0, depth: 0) }.joined(separator: "\n")
  }

  /// The nodes of the lines `body` in a block that `opening` opens, without the block's name.
  static func members(
    _ body: String, in opening: String = "model A", dialect: Dialect = .prisma6
  ) -> String {
    let text = "\(opening) {\n\(body)\n}\n"
    let tree = SyntaxTree.parsed(Array(text.utf8), dialect: dialect)
    guard let block = tree.blocks.first, block.nodes.count > 2 else { return "" }
    return nodes(of: block, from: 2, depth: 1)
  }

  /// The errors of the file `text`: kind and text of each.
  static func errors(_ text: String, dialect: Dialect = .prisma6) -> [String] {
    let tree = SyntaxTree.parsed(Array(text.utf8), dialect: dialect)
    return tree.blocks.flatMap { block in
      block.errors.map { "\($0.kind) ‹\(shown(block.text($0.range)))›" }
    }
  }

  /// The errors of the lines `body` in a block that `opening` opens.
  static func memberErrors(
    _ body: String, in opening: String = "model A", dialect: Dialect = .prisma6
  ) -> [String] {
    errors("\(opening) {\n\(body)\n}\n", dialect: dialect)
  }

  private static func nodes(of block: SyntaxBlock, from first: Int, depth: Int) -> String {
    var lines: [String] = []
    var ends: [Int] = []
    for index in block.nodes.indices {
      while let end = ends.last, end <= index { ends.removeLast() }
      if index >= first {
        let node = block.nodes[index]
        let indent = String(repeating: "  ", count: ends.count - depth)
        lines.append("\(indent)\(node.kind) ‹\(shown(block.text(node.range)))›")
      }
      ends.append(block.nodes[index].next)
    }
    return lines.joined(separator: "\n")
  }

  private static func shown(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar -> Character in
        switch scalar {
        case "\n": "⏎"
        case "\r": "␍"
        default: Character(scalar)
        }
      })
  }
}
