/// Lines that can be folded away.
package struct FoldingRange: Hashable, Sendable {
  /// The line that stays.
  package var startLine: Int
  /// Where on it the fold begins, nil for its end.
  package var startCharacter: Int?
  /// The last line that goes.
  package var endLine: Int
  /// Where on it the fold ends, nil for its end.
  package var endCharacter: Int?
  /// `comment` or `region`, nil for anything else.
  package var kind: String?

  package init(
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
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("startLine", startLine)
    writer.member(ifPresent: "startCharacter", startCharacter)
    writer.member("endLine", endLine)
    writer.member(ifPresent: "endCharacter", endCharacter)
    writer.member(ifPresent: "kind", kind)
    writer.closeObject()
  }
}
