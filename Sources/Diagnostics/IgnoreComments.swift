import SchemaParser

/// The comments `// prisma-lsp-ignore rule-id: reason` of a block: each silences warnings and hints on
/// its line and on the line behind it.
struct IgnoreComments: Sendable {
  /// The rules that they name, by line, counted from 0 in the block.
  private var ids: [Int: [String]] = [:]

  private static let marker: StaticString = "prisma-lsp-ignore"

  init(in block: SyntaxBlock) {
    if block.mayHoldComments {
      for node in block.nodes where node.kind == .comment || node.kind == .docComment {
        take(node.range, of: block)
      }
    }
    // What stands behind an opening brace is no node.
    if let declaration = block.declaration,
      let name = Syntax(block: block, index: declaration).first(.name)
    {
      take(TextRange(name.range.end, block.lines(of: name.range).range.end), of: block)
    }
  }

  private mutating func take(_ range: TextRange, of block: SyntaxBlock) {
    guard let start = Self.endOfMarker(block, range) else { return }
    ids[block.line(at: range.start), default: []] += Self.ids(
      in: block.text(TextRange(start, range.end)))
  }

  /// Where the marker ends, nil when the comment begins with anything else.
  private static func endOfMarker(_ block: SyntaxBlock, _ range: TextRange) -> Int? {
    block.bytes.withUnsafeBufferPointer { bytes in
      var at = range.start
      let end = min(range.end, bytes.count)
      while at < end, isLead(bytes[at]) { at += 1 }
      let length = marker.utf8CodeUnitCount
      guard at + length <= end else { return nil }
      for index in 0..<length where bytes[at + index] != marker.utf8Start[index] { return nil }
      return at + length
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { ids.isEmpty }

  /// Whether one of them silences findings of the rule `id` on a line.
  func silence(_ id: String, onLine line: Int) -> Bool {
    ids[line]?.contains(id) == true || ids[line - 1]?.contains(id) == true
  }

  /// Whether it can stand before the marker: a slash, a star, a blank, or the brace before a comment.
  private static func isLead(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "{"), 0x20, 0x09: true
    default: false
    }
  }

  /// Words separated by commas, up to `:`.
  private static func ids(in text: String) -> [String] {
    text.prefix { $0 != ":" }.split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init)
  }
}
