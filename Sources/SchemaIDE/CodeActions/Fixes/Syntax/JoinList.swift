import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Puts a list that goes on over several lines, which the language does not allow, on one.
  static let joinList = QuickFix(
    "Put a list of several lines on one",
    rules: [
      "syntax-invalid-member-line", "syntax-invalid-enum-line", "syntax-invalid-config-line",
      "field-missing-type", "legacy-field-colon", "legacy-list-type",
    ]
  ) { context in
    guard let joined = context.joinedList else { return [] }
    return [
      context.fix("Join the list into one line", isPreferred: true) { edit in
        let editor = context.editor
        let indent = editor.lines.indent(of: joined.range.start)
        if !joined.comments.isEmpty {
          let blanks = context.block.text(indent)
          let comments = joined.comments.map { blanks + $0 + editor.lines.lineEnd }
          editor.insert(comments.joined(), at: indent.start, in: &edit)
        }
        editor.replace(joined.range, with: joined.text, in: &edit)
      }
    ]
  }
}

/// A list over several lines as it stands on one.
struct JoinedList: Sendable {
  /// Where it stands, from its first bracket to its last: from the start of the block.
  let range: TextRange
  /// Its text on one line.
  private(set) var text = ""
  /// The comments among its lines, which go before it.
  private(set) var comments: [String] = []

  /// Nil when the line could not be read even so.
  fileprivate init?(_ list: Range<Int>, in block: SyntaxBlock, dialect: Dialect) {
    guard let declaration = block.declaration.map({ Syntax(block: block, index: $0) }) else {
      return nil
    }
    range = TextRange(list.lowerBound, list.upperBound)
    let lines = LineLayout(block)
    var start = list.lowerBound
    while start < list.upperBound {
      let end = max(start, min(lines.end(of: start), list.upperBound))
      let (content, comment) = block.contentAndComment(of: start..<end)
      append(content)
      if let comment { comments.append(comment) }
      start = max(start + 1, lines.next(of: start))
    }
    let header = block.text(
      TextRange(declaration.range.start, lines.end(of: declaration.range.start)))
    let before = block.text(TextRange(lines.start(of: range.start), range.start))
    let behind = block.text(TextRange(range.end, max(range.end, lines.end(of: range.end))))
    let tree = SyntaxTree.parsed(
      Array("\(header)\n\(before)\(text)\(behind)\n}\n".utf8), dialect: dialect)
    guard tree.blocks.allSatisfy({ $0.errors.isEmpty }) else { return nil }
  }

  /// Appends what stands on a line, with a comma and a blank where they belong.
  private mutating func append(_ content: String) {
    guard let first = content.first else { return }
    if first == ")" || first == "]" || first == "}" {
      if text.last == "," { text.removeLast() }
      if first == "}" { text += " " }
    } else if let last = text.last, last != "(", last != "[", first != "," {
      text += ",{:".contains(last) ? " " : ", "
    }
    text += content
  }
}

extension QuickFixContext {
  /// The list over several lines that the diagnostic is in, joined with those that go on where it ends; nil
  /// when there is none, or it could not be read on one line either. Its lines can't be mended one by one.
  var joinedList: JoinedList? {
    guard block.declaration != nil else { return nil }
    // Far more lines than somebody breaks a list into, and few enough to look at them for each finding.
    let reach = 100
    let starts = block.lineStarts
    let line = block.line(of: range.start)
    let first = line > reach ? Int(starts[line - reach - 1]) : 0
    let end = line + reach < starts.count ? Int(starts[line + reach]) : block.bytes.count
    var found: Range<Int>?
    for list in block.listsOverLines(in: first..<end) {
      if let last = found, block.line(of: last.upperBound) == block.line(of: list.lowerBound) {
        found = last.lowerBound..<list.upperBound
      } else if let last = found, holds(last) {
        break
      } else {
        found = list
      }
    }
    guard let found, holds(found) else { return nil }
    return JoinedList(found, in: block, dialect: analysis.files[cursor.file].tree.dialect)
  }

  /// Whether the diagnostic begins on the lines of a list.
  private func holds(_ list: Range<Int>) -> Bool {
    editor.lines.start(of: list.lowerBound) <= range.start && range.start < list.upperBound
  }
}

extension SyntaxBlock {
  /// What stands in a part of a line, without the blanks around it, and the comment behind that.
  fileprivate func contentAndComment(of range: Range<Int>) -> (content: String, comment: String?) {
    var at = range.lowerBound
    var isString = false
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") { isString.toggle() }
      if isString, byte == UInt8(ascii: "\\") {
        at += 1
      } else if !isString, byte == UInt8(ascii: "/"), at + 1 < range.upperBound,
        bytes[at + 1] == byte
      {
        break
      }
      at += 1
    }
    at = min(at, range.upperBound)
    let content = bytes[range.lowerBound..<at].drop { $0 == 0x20 || $0 == 0x09 }
    let end = content.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? content.startIndex
    return (
      String(decoding: content[..<end], as: UTF8.self),
      at < range.upperBound ? text(TextRange(at, range.upperBound)) : nil
    )
  }
}
