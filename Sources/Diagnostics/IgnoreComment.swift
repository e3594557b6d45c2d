import SchemaParser

/// The comment `// prisma-lsp-ignore rule-id: reason`, which silences warnings and hints on its line
/// and on the line behind it.
enum IgnoreComment {
  /// Whether a finding of the rule `id` at `offset` (UTF-8 bytes from the start of the file) is silenced.
  static func silences(_ id: String, at offset: Int, in tree: SyntaxTree) -> Bool {
    guard let index = tree.blockIndex(at: offset) else { return false }
    let block = tree.blocks[index]
    // A comment before a block is part of the block.
    for comment in block.nodes where comment.kind == .comment || comment.kind == .docComment {
      guard block.text(comment.range).contains("prisma-lsp-ignore") else { continue }
      let place = line(comment.start, in: block)
      let found = line(offset - tree.starts[index], in: block)
      guard found == place || found == place + 1 else { continue }
      if ids(block.text(comment.range)).contains(id) { return true }
    }
    return false
  }

  /// The rules that a comment names: words behind `prisma-lsp-ignore`, separated by commas, up to `:`.
  private static func ids(_ comment: String) -> [String] {
    guard let marker = comment.range(ofText: "prisma-lsp-ignore") else { return [] }
    let rest = comment[marker.upperBound...].prefix { $0 != ":" }
    return rest.split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
  }

  /// The number of line ends before `offset`.
  private static func line(_ offset: Int, in block: SyntaxBlock) -> Int {
    var low = 0
    var high = block.lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(block.lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension String {
  /// The first occurrence of `text`.
  fileprivate func range(ofText text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<(index(start, offsetBy: text.count, limitedBy: endIndex) ?? endIndex)
      }
      start = index(after: start)
    }
    return nil
  }
}
