import JSON
import Migration

/// The outputs of `migrate diff --plan online`.
enum OnlinePlanReport {
  /// All parts, each with a comment over it.
  static func text(_ parts: [ScriptPart]) -> String {
    if parts.isEmpty { return "-- This is an empty migration.\n" }
    if parts.count == 1, let part = parts.first { return part.sql }
    return parts.enumerated().map { index, part in
      let mode = part.isTransactional ? "" : ", not in a transaction"
      return "-- Part \(index + 1) of \(parts.count): \(part.name)\(mode)\n\(part.sql)"
    }.joined(separator: "\n")
  }

  /// One document with a line feed.
  static func json(_ plan: Plan, _ parts: [ScriptPart], _ live: MigrationReport.Live) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("parts")
      writer.array(parts) { writer, part in
        writer.object { writer in
          writer.member("name", part.name)
          writer.member("transactional", part.isTransactional)
          writer.member("sql", part.sql)
        }
      }
      writer.key("statements")
      writer.array { writer in
        for (index, part) in parts.enumerated() {
          let hazards = OnlinePlan.hazards(of: part, version: live.version)
          for (statement, hazards) in zip(part.statements, hazards) {
            write(statement, hazards, index, to: &writer)
          }
        }
      }
      MigrationReport.writeConsequences(of: plan, live.losses, to: &writer)
    }
    return writer.bytes + [0x0A]
  }

  private static func write(
    _ statement: ScriptPart.Statement, _ hazards: [Hazard], _ part: Int,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("part", part)
      writer.member("sql", statement.sql)
      writer.member("note", statement.note)
      MigrationReport.write(statement.effect, to: &writer)
      MigrationReport.write(hazards, to: &writer)
    }
  }
}
