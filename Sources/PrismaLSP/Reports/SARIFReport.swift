import Diagnostics
import JSON
import Migration
import SchemaParser

/// The output `sarif` of `validate` and `migrate lint`.
///
/// Source: SARIF 2.1.0 (OASIS), https://docs.oasis-open.org/sarif/sarif/v2.1.0/
enum SARIFReport {
  static func text(_ schemas: [CheckedSchema]) -> [UInt8] {
    var writer = JSONWriter()
    var ruleIndexes: [String: Int] = [:]
    var rules: [String] = []
    for case .report(let report) in schemas {
      for finding in report.findings where ruleIndexes[finding.code] == nil {
        ruleIndexes[finding.code] = rules.count
        rules.append(finding.code)
      }
    }
    writer.object { writer in
      writer.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.member("version", "2.1.0")
      writer.key("runs")
      writer.array { writer in
        writer.object { writer in
          writer.key("tool")
          writer.object { writer in
            writer.key("driver")
            writer.object { writeDriver(rules, to: &$0) }
          }
          writer.member("columnKind", "utf16CodeUnits")
          writer.key("invocations")
          writer.array { writer in
            writer.object { writeInvocation(schemas, to: &$0) }
          }
          writer.key("results")
          writer.array { writer in
            for case .report(let report) in schemas {
              writeResults(report, ruleIndexes, to: &writer)
            }
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }

  private static func writeDriver(_ rules: [String], to writer: inout JSONWriter) {
    writer.member("name", ProgramVersion.name)
    writer.member("version", ProgramVersion.version)
    writer.key("rules")
    writer.array(rules) { writer, id in
      writer.object { writer in
        writer.member("id", id)
        writer.key("shortDescription")
        writer.object { $0.member("text", summary(of: id)) }
        writer.key("defaultConfiguration")
        writer.object { writer in
          writer.member("level", level(severity(of: id)))
        }
      }
    }
  }

  /// What a rule, or a hazard of `migrate lint`, means.
  private static func summary(of id: String) -> String {
    if id == LintReport.unreadCode { return "a statement could not be looked at" }
    return RuleDocumentation.summaries[id] ?? Hazard.Code(rawValue: id)?.summary ?? id
  }

  private static func severity(of id: String) -> Severity {
    if id == LintReport.unreadCode { return .warning }
    return RuleCatalog.rule(id: id)?.severity ?? Hazard.Code(rawValue: id)?.severity ?? .error
  }

  private static func writeInvocation(_ schemas: [CheckedSchema], to writer: inout JSONWriter) {
    var failures: [String] = []
    var isComplete = true
    for schema in schemas {
      switch schema {
      case .failure(_, let failure):
        failures.append(failure.message)
        isComplete = false
      case .report(let report): if let failure = report.failure { failures.append(failure.message) }
      }
    }
    writer.member("executionSuccessful", isComplete)
    guard !failures.isEmpty else { return }
    writer.key("toolExecutionNotifications")
    writer.array(failures) { writer, failure in
      writer.object { writer in
        writer.member("level", "error")
        writer.key("message")
        writer.object { $0.member("text", failure) }
      }
    }
  }

  private static func writeResults(
    _ report: SchemaReport, _ ruleIndexes: [String: Int], to writer: inout JSONWriter
  ) {
    var tables: [LineTable?] = Array(repeating: nil, count: report.files.count)
    func writeLocation(_ place: SchemaReport.Place, _ message: String?, to writer: inout JSONWriter)
    {
      guard report.files.indices.contains(place.file) else { return }
      let file = report.files[place.file]
      let table = tables[place.file] ?? LineTable(file.bytes)
      tables[place.file] = table
      let start = table.position(at: place.range.start)
      let end = table.position(at: place.range.end)
      writer.object { writer in
        writer.key("physicalLocation")
        writer.object { writer in
          writer.key("artifactLocation")
          writer.object { $0.member("uri", uri(file.displayPath)) }
          writer.key("region")
          writer.object { writer in
            writer.member("startLine", start.line + 1)
            writer.member("startColumn", start.character + 1)
            writer.member("endLine", end.line + 1)
            writer.member("endColumn", end.character + 1)
          }
        }
        if let message {
          writer.key("message")
          writer.object { $0.member("text", message) }
        }
      }
    }
    for finding in report.findings {
      var message = finding.message.text
      if let note = finding.message.note { message += "\nnote: \(note)" }
      if let help = finding.message.help { message += "\nhelp: \(help)" }
      writer.object { writer in
        writer.member("ruleId", finding.code)
        if let index = ruleIndexes[finding.code] { writer.member("ruleIndex", index) }
        writer.member("level", level(finding.severity))
        writer.key("message")
        writer.object { $0.member("text", message) }
        writer.key("locations")
        writer.array { writeLocation(finding.place, nil, to: &$0) }
        guard !finding.related.isEmpty else { return }
        writer.key("relatedLocations")
        writer.array(finding.related) { writeLocation($1.place, $1.text, to: &$0) }
      }
    }
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .hint: "note"
    }
  }

  /// A path as the relative or absolute reference of a URI.
  static func uri(_ path: String) -> String {
    var result = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = Array("0123456789ABCDEF")
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return result
  }
}
