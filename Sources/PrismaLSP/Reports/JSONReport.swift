import Diagnostics
import JSON
import SchemaModel
import SchemaParser

/// The output `json` of `validate`.
enum JSONReport {
  /// One document with a line feed: the object of a lone schema, or a list of several.
  static func text(_ schemas: [CheckedSchema]) -> [UInt8] {
    var writer = JSONWriter()
    if schemas.count == 1, let schema = schemas.first {
      write(schema, path: nil, to: &writer)
    } else {
      writer.object { writer in
        writer.key("schemas")
        writer.array(schemas) { writer, schema in
          switch schema {
          case .report(let report): write(schema, path: report.path, to: &writer)
          case .failure(let path, _): write(schema, path: path, to: &writer)
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }

  /// The document that says why a command failed.
  static func text(_ failure: CommandFailure) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { write(failure, to: &$0) }
    return writer.bytes + [0x0A]
  }

  private static func write(_ schema: CheckedSchema, path: String?, to writer: inout JSONWriter) {
    writer.object { writer in
      if let path { writer.member("path", path) }
      switch schema {
      case .failure(_, let failure): write(failure, to: &writer)
      case .report(let report):
        writer.member("prismaVersion", report.version.rawValue)
        writer.key("files")
        writer.array(report.files) { $0.string($1.relativePath) }
        writeFindings(of: report, report.findings, to: &writer)
        if let failure = report.failure { write(failure, to: &writer) }
      }
    }
  }

  /// Writes the member `diagnostics`.
  static func writeFindings(
    of report: SchemaReport, _ findings: [SchemaReport.Finding], to writer: inout JSONWriter
  ) {
    var tables: [LineTable?] = Array(repeating: nil, count: report.files.count)
    func write(_ place: SchemaReport.Place, to writer: inout JSONWriter) {
      guard report.files.indices.contains(place.file) else { return }
      let table = tables[place.file] ?? LineTable(report.files[place.file].bytes)
      tables[place.file] = table
      writer.member("file", report.files[place.file].relativePath)
      writer.key("start")
      JSONReport.write(place.range.start, table, to: &writer)
      writer.key("end")
      JSONReport.write(place.range.end, table, to: &writer)
    }
    writer.key("diagnostics")
    writer.array(findings) { writer, finding in
      writer.object { writer in
        writer.member("severity", finding.severity.rawValue)
        writer.member("code", finding.code)
        writer.member("message", finding.message.text)
        if let note = finding.message.note { writer.member("note", note) }
        if let help = finding.message.help { writer.member("help", help) }
        write(finding.place, to: &writer)
        writer.member("gated", finding.isGated)
        writer.key("related")
        writer.array(finding.related) { writer, related in
          writer.object { writer in
            write(related.place, to: &writer)
            writer.member("message", related.text)
          }
        }
      }
    }
  }

  /// Writes the object of a place in a text.
  static func write(_ offset: Int, _ table: LineTable, to writer: inout JSONWriter) {
    let position = table.position(at: offset)
    writer.object { writer in
      writer.member("offset", offset)
      writer.member("line", position.line)
      writer.member("character", position.character)
    }
  }

  /// Writes the member `error`.
  static func write(_ failure: CommandFailure, to writer: inout JSONWriter) {
    writer.key("error")
    writer.object { writer in
      writer.member("code", failure.code)
      writer.member("message", failure.message)
      if let help = failure.help { writer.member("help", help) }
    }
  }
}
