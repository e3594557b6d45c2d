import Introspection
import Postgres
import SchemaModel

/// The schema that `db pull` writes.
struct DbPullTarget {
  /// The schema at hand, checked.
  let check: SchemaCheck
  let report: SchemaReport
  /// Whether there was no schema, so that one is made.
  let isNew: Bool

  private let files: SchemaSources
  private let filesByPath: [String: SchemaSources.File]
  private let workingDirectory: SystemPath

  /// The schema at hand.
  var schema: Schema { check.schema }

  /// Where a schema is made when there is none.
  private static let newPath = SystemPath("prisma/schema.prisma")

  /// Reads the schema that `arguments` name or that is found. Where there is none, and the URL is given,
  /// it is a new one.
  init(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) throws(CommandFailure) {
    workingDirectory = environment.workingDirectory
    var (files, isNew) = try Self.files(arguments, environment)
    var check = SchemaCheck(files, arguments, in: environment)
    if isNew, check.version != .seven {
      let text = "datasource db {\n  provider = \"postgresql\"\n  url = env(\"DATABASE_URL\")\n}\n"
      files = files.replacingTexts([Array(text.utf8)])
      check = SchemaCheck(files, version: check.version)
    }
    report = check.report()
    self.check = check
    self.files = files
    filesByPath = Dictionary(
      files.files.map { ($0.relativePath, $0) }, uniquingKeysWith: { first, _ in first })
    self.isNew = isNew
  }

  /// The database that is read, and its schemas. Nothing is connected to.
  func source(
    _ arguments: CommandLineArguments, in environment: CommandEnvironment
  ) throws(CommandFailure) -> (url: ConnectionURL, namespaces: [String]) {
    let settings = try check.databaseSettings(config: arguments.config, in: environment)
    guard settings.connector == .postgresql else {
      let path = Style.shown(report.path)
      throw settings.connector == .none
        ? CommandFailure(
          "the schema `\(path)` has no datasource that can be used", code: "P1012",
          help: "`prisma-lsp validate` tells what is wrong with it")
        : CommandFailure(
          "schemas can be pulled from PostgreSQL, and `\(path)` is for "
            + settings.connector.displayName)
    }
    let url = try settings.url(given: arguments.url)
    do throws(PostgresError) {
      let url = try ConnectionURL(url.text)
      let listed = check.schema.listedNamespaces
      return (url, arguments[DbPullCommand.schemas] ?? (listed.isEmpty ? [url.schema] : listed))
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The files of the schema. Where there is none, and the URL is given, those of a new one.
  private static func files(
    _ arguments: CommandLineArguments, _ environment: CommandEnvironment
  ) throws(CommandFailure) -> (SchemaSources, isNew: Bool) {
    guard arguments.paths.count < 2 else {
      throw CommandFailure(
        "a database is pulled into one schema, and \(arguments.paths.count) are named")
    }
    let isURLGiven = arguments.url != nil
    var path = arguments.paths.first
    if path == nil {
      do throws(CommandFailure) {
        path = try SchemaLocation.find(arguments, in: environment)
      } catch {
        guard isURLGiven else { throw error }
      }
    }
    do throws(FileError) {
      if let path, try FileSystem.kind(of: environment.workingDirectory.appending(path)) != nil {
        return (try SchemaSources(reading: path, in: environment.workingDirectory), false)
      }
      guard isURLGiven, path?.hasExtension("prisma") ?? true else {
        throw .notFound(path ?? newPath)
      }
    } catch {
      throw CommandFailure(error.message)
    }
    let text = "datasource db {\n  provider = \"postgresql\"\n}\n"
    return (SchemaSources(text: Array(text.utf8), named: path ?? newPath), true)
  }

  /// What is told when the schema at hand can't be taken over, nil when it can. With `--force` its datasource
  /// is enough.
  func refusal(
    _ arguments: CommandLineArguments, _ environment: CommandEnvironment
  ) -> CommandResult? {
    guard report.hasErrors, !arguments[DbPullCommand.force] else { return nil }
    let failure = CommandFailure(
      "the schema `\(report.path)` has errors, so that it can't be taken into account",
      code: "P1012",
      help: "correct them, or add `--force`: then all but datasource and generators is written anew"
    )
    var result = Commands.result(
      of: failure, asJSON: arguments.output == .json, arguments.color, environment)
    if arguments.output != .json {
      let style = environment.style(arguments.color, isTerminal: environment.isErrorTerminal)
      result.errors = TextReport.text([.report(report)], style) + result.errors
    }
    return result
  }

  // MARK: Writing

  /// Whether a file has another text than before.
  func isChanged(_ file: PulledSchema.File) -> Bool {
    isNew || file.isNew || self.file(file)?.bytes != file.text
  }

  /// The path of a file as people are told of it.
  func shownPath(_ file: PulledSchema.File) -> String {
    self.file(file)?.displayPath ?? files.path.appending(file.path).text
  }

  private func file(_ pulled: PulledSchema.File) -> SchemaSources.File? {
    filesByPath[pulled.path]
  }

  /// Writes what has changed, each file at once: nobody sees half of one.
  func write(_ pulled: PulledSchema) throws(CommandFailure) {
    do throws(FileError) {
      for file in pulled.files where isChanged(file) {
        if isNew {
          let path = workingDirectory.appending(files.path)
          try FileSystem.makeFolders(path.parent)
          try FileSystem.writeAtomically(file.text, to: path)
        } else if let old = self.file(file) {
          try FileSystem.replace(old.path, with: file.text)
        } else {
          let path = workingDirectory.appending(files.path).appending(file.path)
          try FileSystem.writeAtomically(file.text, to: path)
        }
      }
      try writeViews(pulled)
    } catch {
      throw CommandFailure(error.message)
    }
  }

  /// Writes the queries of views into the folder `views` beside the schema. A name that would lead out of
  /// its folder is left out.
  private func writeViews(_ pulled: PulledSchema) throws(FileError) {
    let place = workingDirectory.appending(files.path)
    let folder = (files.isFolder ? place : place.parent).appending("views")
    for view in pulled.viewDefinitions
    where [view.namespace, view.name].allSatisfy(Self.isFileName) {
      try FileSystem.makeFolders(folder.appending(view.namespace))
      try FileSystem.writeAtomically(
        Array((view.sql + "\n").utf8),
        to: folder.appending(view.namespace).appending("\(view.name).sql"))
    }
  }

  private static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.contains("\0")
  }
}
