import SchemaFormatter
import SchemaParser

/// What is remembered of the layout of documents, so that after an edit only the blocks that changed are
/// laid out again.
typealias FormattingMemory = DocumentMemory<KnownLayout>

/// What was found out about the layout of a document.
struct KnownLayout: Sendable {
  /// How it was to be laid out.
  let options: FormatOptions
  /// The blocks of the text.
  let blocks: [SyntaxBlock]
  /// For each block whether nothing had to change in it, nor between it and the item before.
  let isSettled: [Bool]

  /// What is still true of a later text. What stands behind a block that has changed is to be looked at
  /// anew, up to the first item that is no comment.
  func settled(in new: [SyntaxBlock]) -> [Bool] {
    let (prefix, suffix) = SyntaxBlock.sameEnds(blocks, new)
    if prefix == blocks.count, prefix == new.count { return isSettled }
    var behind = new.count - suffix
    while behind < new.count {
      behind += 1
      if new[behind - 1].settlesLayout { break }
    }
    return isSettled[..<prefix] + [Bool](repeating: false, count: behind - prefix)
      + isSettled.suffix(new.count - behind)
  }
}
