import Diagnostics
import SchemaParser

/// The output `text` of `validate`: each finding with its source line, then what it comes to.
///
/// ```text
/// error[duplicate-field]: field `name` is already defined on model `User`
///   --> prisma/schema.prisma:4:3
///   |
/// 4 |   name String?
///   |   ^^^^
///   = help: rename or remove one of the fields
/// ```
struct TextReport {
  let style: Style
  /// What has been written.
  private(set) var text = ""

  /// The findings of all schemas.
  static func text(_ schemas: [CheckedSchema], _ style: Style) -> [UInt8] {
    var report = TextReport(style: style)
    for case .report(let schema) in schemas { report.write(schema) }
    return Array(report.text.utf8)
  }

  /// Those of `findings` alone, without a summary.
  static func text(
    _ findings: [SchemaReport.Finding], of report: SchemaReport, _ style: Style
  ) -> [UInt8] {
    var text = TextReport(style: style)
    text.write(findings, of: report)
    return Array(text.text.utf8)
  }

  private init(style: Style) { self.style = style }

  private mutating func write(_ report: SchemaReport) {
    write(report.findings, of: report)
    text += summary(of: report) + "\n"
  }

  private mutating func write(_ findings: [SchemaReport.Finding], of report: SchemaReport) {
    var tables: [LineTable?] = Array(repeating: nil, count: report.files.count)
    var hints: [String: Int] = [:]
    for finding in findings where finding.severity == .hint { hints[finding.code, default: 0] += 1 }
    for finding in findings {
      let severity = finding.severity
      // Of many hints of one rule the first stands for all.
      if severity == .hint, hints[finding.code] == nil { continue }
      let colour = Style.colour(severity)
      let gutter = gutterWidth(of: finding, report, &tables)
      text += style.bold("\(severity.rawValue)[\(finding.code)]", colour)
      text += style.bold(": \(Style.shown(finding.message.text))") + "\n"
      if severity == .hint {
        // Nothing has to be done about hints, so they stay short.
        writePath(finding.place, arrow: "-->", gutter, report, &tables)
        if let count = hints[finding.code], count > 3 {
          hints[finding.code] = nil
          let indent = String(repeating: " ", count: gutter + 1) + style.bold("=", .blue) + " "
          text += indent + style.bold("note") + ": \(count - 1) more like it\n"
        }
        text += "\n"
        continue
      }
      write(finding.place, arrow: "-->", mark: "^", colour, nil, gutter, report, &tables)
      for related in finding.related {
        write(related.place, arrow: ":::", mark: "-", .blue, related.text, gutter, report, &tables)
      }
      let indent = String(repeating: " ", count: gutter + 1) + style.bold("=", .blue) + " "
      if let note = finding.message.note {
        text += indent + style.bold("note") + ": \(Style.shown(note))\n"
      }
      if let help = finding.message.help {
        text += indent + style.bold("help") + ": \(Style.shown(help))\n"
      }
      text += "\n"
    }
  }

  /// The digits of the largest line number that is shown.
  private func gutterWidth(
    of finding: SchemaReport.Finding, _ report: SchemaReport, _ tables: inout [LineTable?]
  ) -> Int {
    var width = 1
    for place in [finding.place] + finding.related.map(\.place) {
      guard let table = table(place.file, report, &tables) else { continue }
      width = max(width, String(table.line(at: place.range.start) + 1).utf8.count)
    }
    return width
  }

  private func table(
    _ file: Int, _ report: SchemaReport, _ tables: inout [LineTable?]
  ) -> LineTable? {
    guard report.files.indices.contains(file) else { return nil }
    if let table = tables[file] { return table }
    let table = LineTable(report.files[file].bytes)
    tables[file] = table
    return table
  }

  /// Writes where a place is.
  private mutating func writePath(
    _ place: SchemaReport.Place, arrow: String, _ gutter: Int, _ report: SchemaReport,
    _ tables: inout [LineTable?]
  ) {
    guard let table = table(place.file, report, &tables) else { return }
    let start = table.position(at: place.range.start)
    let path = Style.shown(report.files[place.file].displayPath)
    text += String(repeating: " ", count: gutter) + style.bold(arrow, .blue)
    text += " \(path):\(start.line + 1):\(start.character + 1)\n"
  }

  /// Writes where a place is, its line, and the mark under it.
  private mutating func write(
    _ place: SchemaReport.Place, arrow: String, mark: String, _ colour: Style.Colour,
    _ label: String?, _ gutter: Int, _ report: SchemaReport, _ tables: inout [LineTable?]
  ) {
    writePath(place, arrow: arrow, gutter, report, &tables)
    guard let table = table(place.file, report, &tables) else { return }
    let start = table.position(at: place.range.start)
    let margin = String(repeating: " ", count: gutter)
    let bar = style.bold("|", .blue)
    let range = table.trimmed(place.range)
    let line = table.content(ofLine: start.line)
    let low = min(max(range.lowerBound, line.lowerBound), line.upperBound)
    let marked = low..<min(max(range.upperBound, low), line.upperBound)
    let excerpt = Excerpt(table.bytes, line: line, mark: marked)
    let number = String(start.line + 1)
    let padding = String(repeating: " ", count: max(0, gutter - number.utf8.count))
    text += "\(margin) \(bar)\n"
    text += "\(style.bold(padding + number, .blue)) \(bar) \(excerpt.text)\n"
    let marks = String(repeating: mark, count: excerpt.markWidth)
    let label = label.map { " \(Style.shown($0))" } ?? ""
    text += "\(margin) \(bar) \(String(repeating: " ", count: excerpt.indent))"
    text += style.bold(marks + label, colour) + "\n"
    if range.upperBound > line.upperBound { text += "\(margin) \(bar) …\n" }
  }

  /// "The schema `x` is valid", or the number of findings.
  private func summary(of report: SchemaReport) -> String {
    let path = Style.shown(report.path)
    let errors = report.count(of: .error)
    let warnings = report.count(of: .warning)
    let hints = report.count(of: .hint)
    let counts = [
      errors == 0 ? nil : plural(errors, "error"),
      warnings == 0 ? nil : plural(warnings, "warning"),
      hints == 0 ? nil : plural(hints, "hint"),
    ].compactMap { $0 }
    let files = report.files.count > 1 ? " (\(report.files.count) files)" : ""
    if report.hasErrors {
      let all = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
      return style.bold("The schema at \(path)\(files) is not valid", .red) + "\(all) (P1012)"
    }
    if report.files.isEmpty {
      return "The schema at \(path) is written for a later Prisma and left alone"
    }
    let all = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
    return style.bold("The schema at \(path)\(files) is valid", .green) + all
  }

  private func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
