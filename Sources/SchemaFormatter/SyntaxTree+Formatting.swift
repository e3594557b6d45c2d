import SchemaParser

extension SyntaxTree {
  /// The file in its canonical layout, UTF-8, with `\n` for line ends and exactly one at its end.
  ///
  /// Any text can be laid out: what the grammar does not allow stays as it is. Takes time
  /// proportional to the text and to what is written.
  public func formatted(_ options: FormatOptions = FormatOptions()) -> [UInt8] {
    var layout = Layout(options: options, capacity: count + count / 4)
    for block in blocks { layout.write(block) }
    return layout.finished()
  }

  /// The file in its canonical layout, with `insertions` made first.
  ///
  /// - Parameter insertions: edits of this file, sorted and not overlapping, see
  ///   `Schema.relationInsertions`.
  public func formatted(
    inserting insertions: [TextEdit], _ options: FormatOptions = FormatOptions()
  ) -> [UInt8] {
    if insertions.isEmpty { return formatted(options) }
    let edited = insertions.applied(to: bytes)
    return SyntaxTree.parsed(edited, dialect: dialect).formatted(options)
  }
}

extension [TextEdit] {
  /// `text` with these edits, which are sorted and do not overlap.
  fileprivate func applied(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + reduce(0) { $0 + $1.replacement.count })
    var copied = 0
    for edit in self {
      let start = Swift.max(copied, Swift.min(edit.range.start, text.count))
      result += text[copied..<start]
      result += edit.replacement
      copied = Swift.max(start, Swift.min(edit.range.end, text.count))
    }
    result += text[copied...]
    return result
  }
}
