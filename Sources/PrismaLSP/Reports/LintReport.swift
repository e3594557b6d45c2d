import Diagnostics
import JSON
import Migration
import MigrationHistory

/// The outputs `text` and `json` of `migrate lint`.
enum LintReport {
  /// The code of what could not be looked at.
  static let unreadCode = "unread"

  // MARK: Text

  /// The findings with their lines, and what they come to.
  static func text(_ scripts: LintedScripts, _ style: Style) -> [UInt8] {
    let report = scripts.report
    var text = TextReport.text(report.findings, of: report, style)
    let counts = [Severity.error, .warning, .hint].compactMap { severity -> String? in
      let count = report.count(of: severity)
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let statements = scripts.scripts.reduce(0) { $0 + $1.hazards.statements.count }
    let files = scripts.scripts.count
    var line = "\(statements) statement\(statements == 1 ? "" : "s")"
    line += files == 1 ? "" : " in \(files) scripts"
    line += counts.isEmpty ? ": nothing to be told" : ": " + counts.joined(separator: ", ")
    text += Array((style.bold(line, report.hasErrors ? .red : .green) + "\n").utf8)
    return text
  }

  // MARK: JSON

  /// One document with a line feed.
  static func json(_ scripts: LintedScripts) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("files")
      writer.array(scripts.scripts) { $0.string($1.file.displayPath) }
      writer.key("statements")
      writer.array { writer in
        for script in scripts.scripts {
          let table = LineTable(script.file.bytes)
          for statement in script.hazards.statements {
            write(statement, script, table, to: &writer)
          }
        }
      }
      writeUnread(scripts.scripts, to: &writer)
    }
    return writer.bytes + [0x0A]
  }

  private static func write(
    _ statement: ScriptHazards.Statement, _ script: LintedScripts.Script, _ table: LineTable,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writeMembers(of: statement, statement.hazards, script, table, to: &writer)
    }
  }

  /// Writes the members of a statement.
  ///
  /// - Parameter hazards: those that are told.
  static func writeMembers(
    of statement: ScriptHazards.Statement, _ hazards: [Hazard], _ script: LintedScripts.Script,
    _ table: LineTable, to writer: inout JSONWriter
  ) {
    writePlace(statement.range, script, table, to: &writer)
    writer.member("kind", statement.kind)
    MigrationReport.write(statement.effect, to: &writer)
    writer.key("hazards")
    writer.array(hazards) { writer, hazard in
      writer.object { writer in
        writer.member("code", hazard.code.rawValue)
        writer.member("severity", hazard.code.severity.rawValue)
        writer.member("message", hazard.message)
        writer.member(
          "ignored", script.ignored.silence(hazard.code.rawValue, of: statement.range))
      }
    }
  }

  /// Writes the member `unread` of scripts.
  static func writeUnread(_ scripts: [LintedScripts.Script], to writer: inout JSONWriter) {
    writer.key("unread")
    writer.array { writer in
      for script in scripts where !script.hazards.unread.isEmpty {
        let table = LineTable(script.file.bytes)
        for part in script.hazards.unread {
          writer.object { writer in
            writePlace(part.range, script, table, to: &writer)
            writer.member("message", part.message)
          }
        }
      }
    }
  }

  private static func writePlace(
    _ range: Range<Int>, _ script: LintedScripts.Script, _ table: LineTable,
    to writer: inout JSONWriter
  ) {
    writer.member("file", script.file.displayPath)
    writer.key("start")
    JSONReport.write(range.lowerBound, table, to: &writer)
    writer.key("end")
    JSONReport.write(range.upperBound, table, to: &writer)
  }
}
