/// A text in Markdown, put together section by section.
public struct MarkdownText: Sendable {
  /// The text; the sections have an empty line between them.
  public private(set) var markdown = ""

  public init() {}

  /// Whether nothing has been added.
  public var isEmpty: Bool { markdown.isEmpty }

  /// Adds Markdown as it is.
  public mutating func add(_ section: String) {
    if section.isEmpty { return }
    if !markdown.isEmpty { markdown += "\n\n" }
    markdown += section
  }

  /// Adds a piece of a schema, or of another language.
  public mutating func addCode(_ code: String, language: String = "prisma") {
    let fence = Self.fence(around: code, atLeast: 3)
    add("\(fence)\(language)\n\(code)\n\(fence)")
  }

  /// Adds a list.
  public mutating func addList(_ items: [String]) {
    add(items.map { "- \($0)" }.joined(separator: "\n"))
  }

  /// Adds a table. The cells are Markdown without line ends.
  public mutating func addTable(_ header: [String], _ rows: [[String]]) {
    let line = { (cells: [String]) in
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: "---|", count: header.count)
    add(([line(header), rule] + rows.map(line)).joined(separator: "\n"))
  }

  /// A name or value in a line of Markdown.
  public static func code(_ text: String) -> String {
    let line = text.replacing("\n", with: " ").replacing("\r", with: " ")
    let fence = fence(around: line, atLeast: 1)
    let blank = line.hasPrefix("`") || line.hasSuffix("`") || line.isEmpty ? " " : ""
    return fence + blank + line + blank + fence
  }

  /// More backticks than stand together in `text`.
  private static func fence(around text: String, atLeast count: Int) -> String {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "`", count: max(count, longest + 1))
  }

  // MARK: Plain text

  /// Markdown as people read it who see it without markup: without fences, backticks and asterisks,
  /// tables and links spelled out.
  ///
  /// Knows what the manual and hovers use, and leaves all else alone.
  public static func plainText(of markdown: String) -> String {
    var lines: [String] = []
    var fence: Substring?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let ticks = line.prefix { $0 == "`" }
      if let open = fence {
        if ticks.count >= open.count, line.count == ticks.count {
          fence = nil
        } else {
          lines.append(String(line))
        }
      } else if ticks.count >= 3 {
        fence = ticks
      } else if line.hasPrefix("|") {
        if line.contains(where: { $0 != "|" && $0 != "-" }) { lines.append(plainRow(line)) }
      } else {
        lines.append(plainLine(line))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func plainRow(_ row: Substring) -> String {
    let cells = row.replacing("\\|", with: "\u{0}").split(
      separator: "|", omittingEmptySubsequences: true)
    return cells.map { cell in
      var cell = cell.drop { $0 == " " }
      while cell.last == " " { cell.removeLast() }
      return plainLine(cell).replacing("\u{0}", with: "|")
    }.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// A line without backticks and double asterisks, with the addresses of links behind their texts.
  private static func plainLine(_ line: Substring) -> String {
    var result = ""
    var rest = line
    while let first = rest.first {
      if first == "`" {
        let ticks = rest.prefix { $0 == "`" }
        let behind = rest[ticks.endIndex...]
        if let end = behind.firstRange(of: String(ticks)) {
          result += behind[..<end.lowerBound]
          rest = behind[end.upperBound...]
          continue
        }
      } else if first == "*", rest.hasPrefix("**") {
        rest = rest.dropFirst(2)
        continue
      } else if first == "[", let close = rest.firstRange(of: "]("),
        let end = rest[close.upperBound...].firstIndex(of: ")")
      {
        result += "\(rest.dropFirst()[..<close.lowerBound]): \(rest[close.upperBound..<end])"
        rest = rest[rest.index(after: end)...]
        continue
      }
      result.append(first)
      rest = rest.dropFirst()
    }
    return result
  }
}
