import Diagnostics
import JSON
import SchemaModel

/// `format [PATH…]`
enum FormatCommand {
  static let check = TypedOption.flag(
    "--check", "Change nothing, and exit with 1 if something would change")

  static let definition = CommandDefinition(
    "format", "Bring schemas into their canonical layout",
    title: "Bring schemas into their canonical layout, and add the missing parts of relations",
    usage: "[PATH…] [OPTIONS]", operands: SchemaInputs.operands,
    options: SchemaInputs.options + [check],
    notes: """
      With --stdin the result goes to standard output. What can't be understood stays as it is; its
      errors are printed, and the exit code is 1.
      """,
    check: SharedOptions.checkStdin, work: .immediate(run))

  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) -> CommandResult {
    let inputs: [SchemaInputs.Input]
    do throws(CommandFailure) {
      inputs = try SchemaInputs.read(arguments, in: environment)
    } catch {
      return Commands.result(
        of: error, asJSON: arguments.output == .json, arguments.color, environment)
    }
    let schemas = inputs.map { format($0, arguments, environment) }
    return arguments.output == .json
      ? jsonResult(schemas, arguments) : textResult(schemas, arguments, environment)
  }

  /// What became of one schema.
  private struct FormattedSchema {
    /// The path as it was given.
    let path: String
    /// The files with their new text; nil when they could not be read.
    var files: [(file: SchemaSources.File, text: [UInt8], isChanged: Bool)] = []
    /// Those that are not touched.
    var filesLeftAlone: [SchemaSources.File] = []
    /// The errors of the new text, in the files that hold it.
    var report: SchemaReport?
    /// What could not be read or written.
    var failures: [CommandFailure] = []

    var errors: [SchemaReport.Finding] {
      report?.findings.filter { $0.severity == .error } ?? []
    }
    var isChanged: Bool { files.contains { $0.isChanged } }
  }

  private static func format(
    _ input: SchemaInputs.Input, _ arguments: CommandLineArguments,
    _ environment: CommandEnvironment
  ) -> FormattedSchema {
    var result = FormattedSchema(path: input.path.text)
    switch input.files {
    case .failure(let failure): result.failures.append(failure)
    case .success(let files):
      result.filesLeftAlone = files.filesLeftAlone
      var check = SchemaCheck(files, arguments, in: environment)
      let before = check.report()
      let texts = check.formatted()
      for (file, text) in zip(files.files, texts) {
        result.files.append((file, text, text != file.bytes))
      }
      // A new layout changes no meaning, so that a schema without errors has none afterwards.
      if before.hasErrors && result.isChanged {
        let formatted = files.replacingTexts(texts)
        var after = SchemaCheck(formatted, version: before.version)
        result.report = after.report()
      } else {
        result.report = before
      }
      guard !arguments[Self.check], !arguments.readsStandardInput else { break }
      for (file, text, isChanged) in result.files where isChanged {
        do throws(FileError) {
          try FileSystem.replace(file.path, with: text)
        } catch {
          result.failures.append(CommandFailure(error.message))
        }
      }
    }
    return result
  }

  private static func textResult(
    _ schemas: [FormattedSchema], _ arguments: CommandLineArguments,
    _ environment: CommandEnvironment
  ) -> CommandResult {
    var result = CommandResult(exitCode: exitCode(schemas, arguments))
    let style = environment.style(arguments.color, isTerminal: environment.isErrorTerminal)
    for schema in schemas {
      for (file, text, isChanged) in schema.files {
        if arguments.readsStandardInput {
          if !arguments[Self.check] { result.output += text }
        } else if isChanged {
          let verb = arguments[Self.check] ? "would format" : "formatted"
          result.output += Array("\(verb) \(Style.shown(file.displayPath))\n".utf8)
        }
      }
      if arguments.readsStandardInput && !arguments[Self.check] {
        for file in schema.filesLeftAlone { result.output += file.bytes }
      }
      if !schema.isChanged, schema.failures.isEmpty, !arguments.readsStandardInput {
        let path = Style.shown(schema.path)
        result.say(
          schema.files.isEmpty
            ? "\(path) is written for a later Prisma and left alone" : "\(path) is formatted")
      } else if arguments.readsStandardInput && arguments[Self.check] && schema.isChanged {
        result.say("would format \(Style.shown(schema.path))")
      }
      if let report = schema.report, !schema.errors.isEmpty {
        result.errors += TextReport.text(schema.errors, of: report, style)
        let count = schema.errors.count
        let sum = "\(count) error\(count == 1 ? "" : "s") in \(report.path) (P1012)"
        result.say(style.bold(Style.shown(sum), .red))
      }
      for failure in schema.failures { Commands.tell(failure, in: &result, style) }
    }
    return result
  }

  private static func jsonResult(
    _ schemas: [FormattedSchema], _ arguments: CommandLineArguments
  ) -> CommandResult {
    var result = CommandResult(exitCode: exitCode(schemas, arguments))
    var writer = JSONWriter()
    func write(_ schema: FormattedSchema, withPath: Bool, to writer: inout JSONWriter) {
      writer.object { writer in
        if withPath { writer.member("path", schema.path) }
        if let report = schema.report {
          writer.member("prismaVersion", report.version.rawValue)
          writer.key("files")
          writer.array(schema.files) { writer, entry in
            writer.object { writer in
              writer.member("file", entry.file.relativePath)
              writer.member("changed", entry.isChanged)
              if arguments.readsStandardInput {
                writer.member("text", String(decoding: entry.text, as: UTF8.self))
              }
            }
          }
          JSONReport.writeFindings(of: report, schema.errors, to: &writer)
        }
        if let failure = schema.failures.first { JSONReport.write(failure, to: &writer) }
      }
    }
    if schemas.count == 1, let schema = schemas.first {
      write(schema, withPath: false, to: &writer)
    } else {
      writer.object { writer in
        writer.key("schemas")
        writer.array(schemas) { write($1, withPath: true, to: &$0) }
      }
    }
    result.output = writer.bytes + [0x0A]
    return result
  }

  private static func exitCode(
    _ schemas: [FormattedSchema], _ arguments: CommandLineArguments
  ) -> Int32 {
    for schema in schemas {
      if !schema.failures.isEmpty || !schema.errors.isEmpty { return 1 }
      if arguments[Self.check] && schema.isChanged { return 1 }
    }
    return 0
  }
}
