import Diagnostics
import SchemaParser

/// The output `github` of `validate` and `migrate lint`: a workflow command a line, which GitHub shows beside the code.
///
/// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
enum GitHubReport {
  static func text(_ schemas: [CheckedSchema]) -> [UInt8] {
    var text = ""
    for schema in schemas {
      switch schema {
      case .failure(let path, let failure):
        text += "::error file=\(escaped(property: path))::\(escaped(failure.message))\n"
      case .report(let report):
        write(report, to: &text)
        if let failure = report.failure { text += "::error ::\(escaped(failure.message))\n" }
      }
    }
    return Array(text.utf8)
  }

  private static func write(_ report: SchemaReport, to text: inout String) {
    var tables: [LineTable?] = Array(repeating: nil, count: report.files.count)
    for finding in report.findings {
      let place = finding.place
      guard report.files.indices.contains(place.file) else { continue }
      let file = report.files[place.file]
      let table = tables[place.file] ?? LineTable(file.bytes)
      tables[place.file] = table
      let range = table.trimmed(place.range)
      let start = table.position(at: range.lowerBound)
      let end = table.position(at: range.upperBound)
      var properties = "file=\(escaped(property: file.displayPath)),line=\(start.line + 1)"
      properties += ",endLine=\(end.line + 1)"
      // Columns of findings over several lines are not taken.
      if start.line == end.line {
        properties += ",col=\(start.character + 1),endColumn=\(end.character + 1)"
      }
      properties += ",title=\(escaped(property: finding.code))"
      var message = finding.message.text
      if let note = finding.message.note { message += "\nnote: \(note)" }
      if let help = finding.message.help { message += "\nhelp: \(help)" }
      text += "::\(command(finding.severity)) \(properties)::\(escaped(message))\n"
    }
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "notice"
    }
  }

  /// Escapes what would end a message.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Escapes what would end the value of a property.
  private static func escaped(property text: String) -> String {
    var result = ""
    for scalar in escaped(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
