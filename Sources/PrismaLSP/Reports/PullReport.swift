import Introspection
import JSON

/// What `db pull` says: the schema with `--print`, else what was written, as text or JSON; and what the
/// schema doesn't say of the database.
struct PullReport {
  private let pulled: PulledSchema
  private let database: String
  /// The paths of the files that are written, as people are told of them; nil for the others.
  private let writtenPaths: [String?]

  /// - Parameter database: what it was pulled from, in words.
  ///
  /// To be made before anything is written.
  init(_ pulled: PulledSchema, _ target: DbPullTarget, database: String) {
    self.pulled = pulled
    self.database = database
    writtenPaths = pulled.files.map { target.isChanged($0) ? target.shownPath($0) : nil }
  }

  /// What the command leaves.
  func result(
    _ arguments: CommandLineArguments, _ environment: CommandEnvironment
  ) -> CommandResult {
    var result = CommandResult()
    if arguments.output == .json {
      result.output = json(withTexts: arguments[DbPullCommand.onlyPrint])
      return result
    }
    let style = environment.style(arguments.color, isTerminal: environment.isErrorTerminal)
    if arguments[DbPullCommand.onlyPrint] {
      for file in pulled.files {
        if pulled.files.count > 1 { result.output += Array("// \(file.path)\n".utf8) }
        result.output += file.text
      }
    } else {
      result.output += Array(summary.utf8)
    }
    tellWarnings(in: &result, style)
    return result
  }

  private func tellWarnings(in result: inout CommandResult, _ style: Style) {
    var kept: [String] = []
    for warning in pulled.warnings {
      if let things = warning.kind.keptThings {
        kept.append("\(things) (\(warning.items.count))")
        continue
      }
      result.say(style.bold("warning", .yellow) + style.bold(": \(warning.message)"))
      for item in warning.items { result.say("  - \(Style.shown(item.text))") }
    }
    if !kept.isEmpty {
      let list = kept.joined(separator: ", ")
      result.say(style.bold("note", .cyan) + style.bold(": kept of your schema: \(list)"))
    }
  }

  /// What was found, and which files changed.
  private var summary: String {
    func counted(_ count: Int, _ word: String) -> String {
      "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    var text =
      "pulled \(counted(pulled.modelCount, "model")) and \(counted(pulled.enumerationCount, "enum")) "
      + "from \(Style.shown(database))\n"
    let written = writtenPaths.compactMap(\.self)
    for path in written { text += "wrote \(Style.shown(path))\n" }
    if written.isEmpty { text += "the schema is as the database is already\n" }
    return text
  }

  private func json(withTexts: Bool) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("models", pulled.modelCount)
      writer.member("enums", pulled.enumerationCount)
      writer.key("files")
      writer.array(zip(pulled.files, writtenPaths)) { writer, entry in
        let (file, writtenPath) = entry
        writer.object { writer in
          writer.member("file", file.path)
          writer.member("changed", writtenPath != nil)
          if withTexts { writer.member("text", String(decoding: file.text, as: UTF8.self)) }
        }
      }
      writer.key("warnings")
      writer.array(pulled.warnings) { writer, warning in
        writer.object { writer in
          writer.member("kind", warning.kind.rawValue)
          writer.member("message", warning.message)
          writer.key("items")
          writer.array(warning.items) { writer, item in
            writer.object { writer in
              writer.member("name", item.name)
              writer.member("member", item.member)
              writer.member("detail", item.detail)
            }
          }
        }
      }
    }
    return writer.bytes + [0x0A]
  }
}
