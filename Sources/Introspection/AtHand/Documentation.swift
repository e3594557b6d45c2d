import SchemaParser

/// The documentation in the schema at hand, as lines that begin with `///`.
enum Documentation {
  /// What stands above a declaration.
  static func lines(above block: SyntaxBlock) -> [String] {
    guard let declaration = block.declaration else { return [] }
    var lines: [String] = []
    for node in block.roots where node.index < declaration { take(node, into: &lines) }
    return lines
  }

  /// What stands above each member of a declaration, up to the member before it, and behind it on its
  /// line; by where the member begins in the block.
  static func ofMembers(in block: SyntaxBlock) -> [Int: [String]] {
    guard let declaration = block.declaration else { return [:] }
    var members: [Int: [String]] = [:]
    var lines: [String] = []
    for node in Syntax(block: block, index: declaration).children {
      if node.kind.isComment {
        take(node, into: &lines)
      } else if node.kind != .name {
        lines += node.children.compactMap(line)
        if !lines.isEmpty { members[node.range.start] = lines }
        lines = []
      }
    }
    return members
  }

  /// The comments of a block that don't document anything.
  static func otherComments(in block: SyntaxBlock) -> [String] {
    block.nodes.indices.filter { index in
      block.nodes[index].kind == .comment || block.nodes[index].kind == .blockComment
    }.map { block.text(block.nodes[$0].range) }
  }

  /// Takes a comment over when it documents something. What documents a field or declaration that is
  /// commented out goes with it, since it is written again.
  private static func take(_ node: Syntax, into lines: inout [String]) {
    if let line = line(of: node) {
      lines.append(line)
    } else if node.kind == .comment, isCommentedOut(node.text) {
      lines = []
    }
  }

  private static func isCommentedOut(_ text: String) -> Bool {
    text.contains("@map(") || ["// model ", "// view ", "// enum "].contains(where: text.hasPrefix)
  }

  private static func line(of node: Syntax) -> String? {
    node.kind == .docComment ? node.text : nil
  }
}
