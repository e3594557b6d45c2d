import SchemaModel
import SchemaParser

/// A stretch of one file of a schema.
public struct FileRange: Hashable, Sendable {
  /// The index in ``Analysis/files``.
  public var file: Int
  /// UTF-8 bytes from the start of the file, half-open.
  public var range: TextRange

  public init(file: Int, range: TextRange) {
    self.file = file
    self.range = range
  }
}

extension Analysis {
  /// Where a stretch of a declaration's block (UTF-8 bytes from the start of the block) stands in its
  /// file, nil for a free slot.
  public func fileRange(of range: TextRange, in declaration: BlockID) -> FileRange? {
    guard let place = schema.place(of: declaration) else { return nil }
    return FileRange(file: place.file, range: range.shifted(by: place.offset))
  }
}
