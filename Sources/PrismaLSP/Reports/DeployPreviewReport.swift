import Diagnostics
import JSON
import Migration
import MigrationHistory
import Postgres

/// The outputs `text` and `json` of `migrate deploy --dry-run`.
struct DeployPreviewReport: Sendable {
  let preview: DeployPreview
  /// How many migrations the folder has.
  let count: Int

  // MARK: Text

  /// What would be done, statement by statement.
  func text(_ style: Style) -> String {
    var lines: [String] = []
    if preview.createsDatabase { lines.append("The database would be created") }
    for migration in preview.pending {
      let table = LineTable(migration.script.file.bytes)
      lines.append(style.bold(Style.shown(migration.name)) + ": " + way(migration))
      var last = -1
      for (part, statement) in migration.statements {
        if migration.parts.mode == .inParts, part != last {
          let isLone = migration.parts.parts[part].lone != nil
          lines.append(isLone ? "  outside of a transaction" : "  a transaction")
        }
        last = part
        let line = table.line(at: statement.range.lowerBound) + 1
        lines.append("    line \(line): \(Self.sql(statement, migration.script.file.bytes))")
        if let effect = effect(statement.effect) { lines.append("      \(effect)") }
        for hazard in migration.hazards(of: statement)
        where !migration.script.ignored.silence(hazard.code.rawValue, of: statement.range) {
          let severity = hazard.code.severity
          let head = style.bold(
            "\(severity.rawValue)[\(hazard.code.rawValue)]", Style.colour(severity))
          lines.append("      \(head): \(Style.shown(hazard.message))")
        }
      }
      for unread in migration.script.hazards.unread {
        let line = table.line(at: unread.range.lowerBound) + 1
        lines.append("    line \(line): \(Style.shown(unread.message))")
      }
      lines.append("")
    }
    let pending = preview.pending.count
    lines.append(
      style.bold("\(pending) of \(count) migrations \(pending == 1 ? "is" : "are") pending")
        + "; nothing was changed")
    return lines.joined(separator: "\n")
  }

  private func way(_ migration: DeployPreview.Pending) -> String {
    let head =
      switch migration.parts.mode {
      case .oneTransaction: "one transaction"
      case .inParts: "in parts, since PostgreSQL does not take it as one transaction"
      case .asWritten: "one message; what takes effect if it fails can't be known"
      }
    switch migration.done {
    case 0: return head
    case 1: return "\(head); its first statement took effect"
    default: return "\(head); its first \(migration.done) statements took effect"
    }
  }

  /// The start of a statement, on one line.
  private static func sql(_ statement: ScriptHazards.Statement, _ script: [UInt8]) -> String {
    let start = script[statement.range].prefix(400)
    let words = String(decoding: start, as: UTF8.self).split { $0.isWhitespace }
    let text = words.joined(separator: " ")
    return Style.shown(text.count > 100 ? text.prefix(99) + "…" : text)
  }

  /// What a statement does to tables that exist, nil when that is nothing.
  private func effect(_ effect: StatementEffect) -> String? {
    guard let lock = effect.lock else { return nil }
    let tables = effect.lockedTables.map { name in
      "`\(Style.shown(name))` (\(preview.sizes[name]?.text ?? "not there yet"))"
    }
    var text = "\(lock.rawValue) on \(tables.joined(separator: ", "))"
    if effect.rewrites {
      text += ", which is written anew"
    } else if effect.scans {
      text += ", which is read to its end"
    }
    return text
  }

  // MARK: JSON

  /// Writes the members of the document.
  func write(to writer: inout JSONWriter) {
    writer.member("dryRun", true)
    writer.member("migrations", count)
    writer.member("createsDatabase", preview.createsDatabase)
    writer.key("pending")
    writer.array(preview.pending) { write($1, to: &$0) }
  }

  private func write(_ migration: DeployPreview.Pending, to writer: inout JSONWriter) {
    let table = LineTable(migration.script.file.bytes)
    writer.object { writer in
      writer.member("name", migration.name)
      let runs =
        switch migration.parts.mode {
        case .oneTransaction: "oneTransaction"
        case .inParts: "inParts"
        case .asWritten: "asWritten"
        }
      writer.member("runs", runs)
      writer.member("appliedStatements", migration.done)
      writer.key("statements")
      writer.array(migration.statements) { writer, entry in
        let statement = entry.statement
        writer.object { writer in
          LintReport.writeMembers(
            of: statement, migration.hazards(of: statement), migration.script, table, to: &writer)
          writer.member("part", entry.part)
          writer.member("inTransaction", migration.parts.parts[entry.part].lone == nil)
          writer.key("tables")
          writer.array(statement.effect.lockedTables) { write(table: $1, to: &$0) }
        }
      }
      LintReport.writeUnread([migration.script], to: &writer)
    }
  }

  private func write(table name: String, to writer: inout JSONWriter) {
    let size = preview.sizes[name]
    writer.object { writer in
      writer.member("name", name)
      writer.member("exists", size != nil)
      if let rows = size?.rows { writer.member("rows", rows) }
      if let size { writer.member("exact", size.isExact) }
      if let bytes = size?.bytes { writer.member("bytes", bytes) }
    }
  }
}
