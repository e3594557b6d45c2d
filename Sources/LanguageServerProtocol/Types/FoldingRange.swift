/// Lines that can be folded away.
public struct FoldingRange: Hashable, Sendable {
  /// The line that stays.
  public var startLine: Int
  /// Where on it the fold begins, nil for its end.
  public var startCharacter: Int?
  /// The last line that goes.
  public var endLine: Int
  /// Where on it the fold ends, nil for its end.
  public var endCharacter: Int?
  /// `comment` or `region`, nil for anything else.
  public var kind: String?

  public init(
    startLine: Int, startCharacter: Int? = nil, endLine: Int, endCharacter: Int? = nil,
    kind: String?
  ) {
    self.startLine = startLine
    self.startCharacter = startCharacter
    self.endLine = endLine
    self.endCharacter = endCharacter
    self.kind = kind
  }
}

extension FoldingRange: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    // In one piece: a large schema has a range for each declaration.
    writer.packed(4 * JSONPart.numberLength + JSONPart.stringLength(kind?.utf8.count ?? 0) + 80) {
      $0.literal(#"{"startLine":"#)
      $0.number(startLine)
      if let startCharacter {
        $0.literal(#","startCharacter":"#)
        $0.number(startCharacter)
      }
      $0.literal(#","endLine":"#)
      $0.number(endLine)
      if let endCharacter {
        $0.literal(#","endCharacter":"#)
        $0.number(endCharacter)
      }
      if let kind {
        $0.literal(#","kind":"#)
        $0.string(kind)
      }
      $0.literal("}")
    }
  }
}
