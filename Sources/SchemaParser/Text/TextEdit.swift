/// A replacement of one stretch of a text.
public struct TextEdit: Hashable, Sendable {
  /// What is replaced: UTF-8 bytes from the start of the file; empty for an insertion.
  public var range: TextRange
  /// What stands there afterwards, in UTF-8; empty for a deletion.
  public var replacement: [UInt8]

  public init(range: TextRange, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  public init(range: TextRange, replacement: String) {
    self.init(range: range, replacement: Array(replacement.utf8))
  }
}
