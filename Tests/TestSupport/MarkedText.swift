import SchemaParser

/// A text with what a test says about places in it.
///
/// `<|>` is the cursor. A line whose first non-blank is `~` underlines a stretch of the line over
/// it, and says after the tildes what is expected there, as in `~~~~ error[duplicate-field]: …`;
/// several such lines can stand under one. Both are cut out of the text.
package struct MarkedText: Sendable {
  /// A stretch of text with what is said about it.
  package struct Mark: Hashable, Sendable {
    /// UTF-8 bytes from the start of the text.
    package let range: TextRange
    /// What stands behind the tildes, without the blanks around it.
    package let label: String

    package init(range: TextRange, label: String) {
      self.range = range
      self.label = label
    }
  }

  /// The text itself.
  package let text: String
  /// What is underlined, in the order of the marks.
  package let marks: [Mark]
  /// Where `<|>` stands, in UTF-8 bytes of ``text``, nil when it does not.
  package let cursor: Int?

  package init(_ marked: String) {
    var lines: [Substring] = []
    var marks: [Mark] = []
    var cursor: Int?
    var size = 0  // bytes in `lines`, a line feed behind each
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.first(where: { $0 != " " }) == "~", let above = lines.last else {
        if let found = line.firstRange(of: "<|>") {
          let before = line[..<found.lowerBound]
          cursor = size + before.utf8.count
          let whole = before + line[found.upperBound...]
          lines.append(Substring(whole))
        } else {
          lines.append(line)
        }
        size += (lines.last?.utf8.count ?? 0) + 1
        continue
      }
      let indent = line.prefix { $0 == " " }.count
      let tildes = line.dropFirst(indent).prefix { $0 == "~" }.count
      let start = size - 1 - above.utf8.count
      let low = start + above.prefix(indent).utf8.count
      let high = start + above.prefix(indent + tildes).utf8.count
      let label = line.dropFirst(indent + tildes).drop { $0 == " " }
      marks.append(Mark(range: TextRange(low, high), label: String(label)))
    }
    text = lines.joined(separator: "\n")
    self.marks = marks
    self.cursor = cursor
  }

  /// `text` with `marks` drawn under its lines, sorted by start, end and label. Of a mark over
  /// several lines the part on its first line is drawn, and an empty one as a single tilde.
  package static func drawing(_ marks: [Mark], under text: String) -> String {
    var drawn: [String] = []
    var start = 0
    var rest = marks.sorted {
      ($0.range.start, $0.range.end, $0.label) < ($1.range.start, $1.range.end, $1.label)
    }[...]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      drawn.append(String(line))
      let end = start + line.utf8.count
      while let mark = rest.first, mark.range.start <= end {
        rest.removeFirst()
        let bytes = Array(line.utf8)
        let low = max(0, min(mark.range.start - start, bytes.count))
        let high = max(low, min(mark.range.end - start, bytes.count))
        let indent = String(decoding: bytes[..<low], as: UTF8.self).count
        let width = max(1, String(decoding: bytes[low..<high], as: UTF8.self).count)
        let underline = String(repeating: " ", count: indent) + String(repeating: "~", count: width)
        drawn.append(mark.label.isEmpty ? underline : underline + " " + mark.label)
      }
      start = end + 1
    }
    drawn += rest.map { "beyond the end: \($0.label)" }
    return drawn.joined(separator: "\n")
  }
}
