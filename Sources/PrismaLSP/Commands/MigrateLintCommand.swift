import Diagnostics
import Migration
import MigrationHistory
import SchemaModel
import SchemaParser

/// `migrate lint PATH…`
enum MigrateLintCommand {
  static let definition = CommandDefinition(
    "migrate lint", "Show the hazards of finished migration.sql files",
    title: "Show what finished migration.sql files do to a live PostgreSQL, and what can go wrong",
    usage: "PATH… [OPTIONS]",
    operands: CommandDefinition.Operands(
      .paths(atMost: .max), "PATH…",
      ("PATH", "A migration.sql, the folder of a migration, or a folder of migrations")),
    options: [
      SharedOptions.postgresVersion,
      SharedOptions.stdin.explained("Read one script from standard input"),
      SharedOptions.stdinFilename.explained("Its name in messages"), SharedOptions.reportOutput,
    ],
    notes: """
      A comment `-- prisma-lsp-ignore M004: reason` on the line of a statement, or on the line before,
      silences a hazard. Exits with 1 when data would be lost (M001) or rows can stand in the way (M003).
      """,
    check: SharedOptions.checkStdin, work: .immediate(run))

  static func run(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) -> CommandResult {
    do throws(CommandFailure) {
      let scripts = try LintedScripts(arguments, in: environment)
      return result(scripts, arguments, environment)
    } catch {
      return Commands.result(
        of: error, asJSON: arguments.output == .json, arguments.color, environment)
    }
  }

  private static func result(
    _ scripts: LintedScripts, _ arguments: CommandLineArguments,
    _ environment: CommandEnvironment
  ) -> CommandResult {
    let report = scripts.report
    var result = CommandResult(exitCode: report.hasErrors ? 1 : 0)
    switch arguments.output {
    case .json: result.output = LintReport.json(scripts)
    case .sarif: result.output = SARIFReport.text([.report(report)])
    case .github: result.output = GitHubReport.text([.report(report)])
    case .text:
      let style = environment.style(arguments.color, isTerminal: environment.isOutputTerminal)
      result.output = LintReport.text(scripts, style)
    }
    return result
  }
}

/// Scripts that were looked at, with what was found in them.
struct LintedScripts: Sendable {
  /// One script.
  struct Script: Sendable {
    let file: SchemaSources.File
    let hazards: ScriptHazards
    let ignored: IgnoredHazards
  }

  /// In the order in which they were given, those of a folder in that in which they are applied.
  private(set) var scripts: [Script] = []

  /// Reads what the arguments name.
  init(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) throws(CommandFailure) {
    let version = arguments[SharedOptions.postgresVersion]
    if arguments.readsStandardInput {
      let name = arguments.standardInputName
      do throws(FileError) {
        let bytes = try environment.standardInput()
        var knowledge = ScriptKnowledge()
        add(
          SchemaSources.File(
            path: name, relativePath: name.name.text, displayPath: name.text, bytes: bytes),
          version, &knowledge)
      } catch {
        throw CommandFailure(error.message)
      }
      return
    }
    guard !arguments.paths.isEmpty else {
      throw CommandFailure(
        "it is not said which scripts to look at",
        help: "name a `migration.sql`, or a folder of migrations: `prisma-lsp migrate lint "
          + "prisma/migrations`")
    }
    var folders: [SystemPath: Folder] = [:]
    for path in arguments.paths { try read(path, version, &folders, environment) }
  }

  /// A folder of migrations, gone through once for all of its scripts.
  private struct Folder {
    let directory: MigrationsDirectory
    /// The place of each migration in it, by name.
    let places: [String: Int]
    /// The place of the first migration that ``knowledge`` has nothing of.
    var next = 0
    var knowledge = ScriptKnowledge()

    init(_ directory: MigrationsDirectory) {
      self.directory = directory
      places = Dictionary(
        zip(directory.entries.map(\.name), directory.entries.indices), uniquingKeysWith: { $1 })
    }
  }

  private mutating func read(
    _ path: SystemPath, _ version: Int?, _ folders: inout [SystemPath: Folder],
    _ environment: CommandEnvironment
  ) throws(CommandFailure) {
    let place = environment.workingDirectory.appending(path)
    let script = SystemPath(MigrationsDirectory.scriptName)
    do throws(FileError) {
      guard let kind = try FileSystem.kind(of: place) else { throw .notFound(path) }
      let isMigration = try FileSystem.kind(of: place.appending(script)) != nil
      if kind != .folder || isMigration {
        let shown = isMigration ? path.appending(script) : path
        let whole = isMigration ? place.appending(script) : place
        let file = SchemaSources.File(
          path: shown, relativePath: shown.name.text, displayPath: shown.text,
          bytes: try FileSystem.read(whole))
        return add(file, at: whole, version, &folders)
      }
    } catch {
      throw CommandFailure(error.message)
    }
    let directory: MigrationsDirectory
    do throws(MigrationsDirectoryError) {
      directory = try MigrationsDirectory(reading: place.text)
    } catch {
      throw CommandFailure(error.message, code: error.code, help: error.help)
    }
    if let provider = directory.lock?.provider, provider != "postgresql" {
      throw CommandFailure(
        "the migrations of `\(path.text)` are for `\(provider)`, and hazards are known for `postgresql`"
      )
    }
    var knowledge = ScriptKnowledge()
    var isEmpty = true
    for entry in directory.entries {
      guard let bytes = entry.script?.bytes else { continue }
      isEmpty = false
      let relative = SystemPath(entry.name).appending(script)
      let shown = path.appending(relative)
      add(
        SchemaSources.File(
          path: shown, relativePath: relative.text, displayPath: shown.text, bytes: bytes),
        version, &knowledge)
    }
    if isEmpty {
      throw CommandFailure(
        "there are no migrations in `\(path.text)`",
        help: "a migration is a folder in it that holds a `\(MigrationsDirectory.scriptName)`")
    }
  }

  /// Adds one script; if it stands in a folder of migrations, with what those before it tell.
  private mutating func add(
    _ file: SchemaSources.File, at script: SystemPath, _ version: Int?,
    _ folders: inout [SystemPath: Folder]
  ) {
    let migration = script.parent
    let place = migration.parent
    var alone = ScriptKnowledge()
    guard script.name == SystemPath(MigrationsDirectory.scriptName), !migration.name.isEmpty,
      var folder = folders.removeValue(forKey: place)
        ?? (try? MigrationsDirectory(reading: place.text)).map({ Folder($0) })
    else { return add(file, version, &alone) }
    defer { folders[place] = folder }
    guard let end = folder.places[migration.name.text] else { return add(file, version, &alone) }
    // Scripts are mostly named in order; otherwise the folder is gone through anew.
    if end < folder.next {
      folder.next = 0
      folder.knowledge = ScriptKnowledge()
    }
    for entry in folder.directory.entries[folder.next..<end] {
      guard let bytes = entry.script?.bytes else { continue }
      _ = ScriptHazards(bytes, version: version, knowledge: &folder.knowledge)
    }
    add(file, version, &folder.knowledge)
    folder.next = end + 1
  }

  private mutating func add(
    _ file: SchemaSources.File, _ version: Int?, _ knowledge: inout ScriptKnowledge
  ) {
    scripts.append(
      Script(
        file: file,
        hazards: ScriptHazards(file.bytes, version: version, knowledge: &knowledge),
        ignored: IgnoredHazards(in: file.bytes)))
  }

  // MARK: Findings

  /// What is not silenced, as a report on one schema.
  var report: SchemaReport {
    var findings: [SchemaReport.Finding] = []
    for (index, script) in scripts.enumerated() {
      for statement in script.hazards.statements {
        for hazard in statement.hazards
        where !script.ignored.silence(hazard.code.rawValue, of: statement.range) {
          findings.append(
            Self.finding(
              hazard.code.severity, hazard.code.rawValue, hazard.message, index, statement.range))
        }
      }
      for part in script.hazards.unread
      where !script.ignored.silence(LintReport.unreadCode, of: part.range) {
        findings.append(
          Self.finding(.warning, LintReport.unreadCode, part.message, index, part.range))
      }
    }
    findings.sort {
      ($0.place.file, $0.place.range.start) < ($1.place.file, $1.place.range.start)
    }
    return SchemaReport(
      path: scripts.first?.file.displayPath ?? "", version: .seven, files: scripts.map(\.file),
      findings: findings)
  }

  private static func finding(
    _ severity: Severity, _ code: String, _ message: String, _ file: Int, _ range: Range<Int>
  ) -> SchemaReport.Finding {
    SchemaReport.Finding(
      severity: severity, code: code, message: Message(message),
      place: SchemaReport.Place(
        file: file, range: TextRange(range.lowerBound, range.upperBound)),
      isGated: false, related: [])
  }
}

extension Hazard.Code {
  /// How bad it is: what loses data or fails is an error, what costs only a moment a hint.
  var severity: Severity {
    switch self {
    case .dataLoss, .willFail: .error
    case .probableRename, .rewrite, .longLock, .lockPileUp, .notInTransaction, .defect, .dependant,
      .invisibleObject, .version:
      .warning
    case .briefExclusiveLock, .needless, .notReversible: .hint
    }
  }
}
