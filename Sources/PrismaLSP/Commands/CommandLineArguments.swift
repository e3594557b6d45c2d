import Diagnostics
import Postgres
import SchemaModel

/// What the user asked for on the command line.
struct CommandLineArguments: Hashable, Sendable {
  /// The commands there are.
  enum Command: String, CaseIterable, Sendable {
    case lsp, validate, format
    case migrateDiff = "migrate diff"
    case dbPull = "db pull"
    case migrateDev = "migrate dev"
    case migrateDeploy = "migrate deploy"
    case migrateStatus = "migrate status"
    case migrateResolve = "migrate resolve"
    case migrateReset = "migrate reset"
    case migrateDown = "migrate down"
    case dbPush = "db push"
    case dbExecute = "db execute"
    case dbSeed = "db seed"
    case migrateLint = "migrate lint"
    case generate
    case initialize = "init"
    case rules, version, help, completions

    /// Whether it reads schemas or scripts that can stand on standard input, too.
    var readsText: Bool { self == .validate || self == .format || self == .migrateLint }
  }
  /// How results are printed.
  enum Output: String, CaseIterable, Sendable { case text, json, sarif, github }
  /// Whether text is coloured.
  enum Color: String, CaseIterable, Sendable { case auto, always, never }

  /// What is to be done.
  var command: Command
  /// The PATHs, with those of `--schema`, in order.
  var paths: [SystemPath] = []
  /// `--config`
  var config: SystemPath?
  /// `--prisma-version`, nil for `auto`.
  var version: PrismaVersion?
  /// `--output`
  var output = Output.text
  /// `--color`
  var color = Color.auto
  /// `--stdin`
  var readsStandardInput = false
  /// `--stdin-filename`
  var standardInputName = SystemPath("schema.prisma")
  /// `--check`
  var onlyChecks = false
  /// What `migrate diff` is told.
  var diff = MigrateDiffArguments()
  /// What `db pull` is told.
  var pull = DbPullArguments()
  /// What the commands that work on a database are told.
  var workflow = WorkflowArguments()
  /// `--postgres-version`: the number before the point, nil for any from 12 to 18.
  var postgresVersion: Int?
  /// What `generate` is told.
  var generate = GenerateArguments()
  /// What `init` is told.
  var initialize = InitArguments()
  /// `-o`, or a value of `--output` that is no form: the file that the result goes to.
  var outputFile: SystemPath?
  /// The ID of `rules`, the command that `help` is asked about, or the shell of `completions`.
  var topic: String?

  /// Why arguments are refused, and what might have been meant.
  struct UsageError: Error, Hashable {
    let message: String
    let help: String?

    init(_ message: String, help: String? = nil) {
      self.message = message
      self.help = help
    }
  }

  /// Understands the arguments behind the program's name.
  init(parsing arguments: [SystemPath]) throws(UsageError) {
    var reader = Reader(arguments)
    command = try CommandLineArguments.command(&reader)
    while let argument = reader.next() {
      switch argument {
      case .value(let value): try take(value)
      case .plainValue(let value): try takePlain(value)
      case .option(let name, let inlineValue):
        guard let option = Option(rawValue: name), option.isTaken(by: command) else {
          throw unknownOption(name)
        }
        try apply(option, name, inlineValue, &reader)
      }
    }
    try check()
  }

  /// Whether `arguments` ask for JSON, whatever else is wrong with them: failures are then told in
  /// JSON too.
  static func asksForJSON(_ arguments: [SystemPath]) -> Bool {
    for (index, argument) in arguments.enumerated() {
      if argument.text == "--" { return false }
      if argument.text == "--output=json" { return true }
      if argument.text == "--output", index + 1 < arguments.count,
        arguments[index + 1].text == "json"
      {
        return true
      }
    }
    return false
  }

  // MARK: The parts of a command line

  /// The options there are, by the text behind `--`.
  enum Option: String, CaseIterable {
    case schema, config, output, stdin, color, check, help, stdio
    case prismaVersion = "prisma-version"
    case stdinFilename = "stdin-filename"
    case clientProcessID = "clientProcessId"
    case fromEmpty = "from-empty"
    case fromSchema = "from-schema"
    case fromDatamodel = "from-schema-datamodel"
    case fromMigrations = "from-migrations"
    case fromURL = "from-url"
    case fromConfig = "from-config"
    case fromConfigDatasource = "from-config-datasource"
    case fromSchemaDatasource = "from-schema-datasource"
    case toEmpty = "to-empty"
    case toSchema = "to-schema"
    case toDatamodel = "to-schema-datamodel"
    case toMigrations = "to-migrations"
    case toURL = "to-url"
    case toConfig = "to-config"
    case toConfigDatasource = "to-config-datasource"
    case toSchemaDatasource = "to-schema-datasource"
    case facts
    case script
    case exitCode = "exit-code"
    case sqlProfile = "sql-profile"
    case shadowDatabaseURL = "shadow-database-url"
    case outputFile = "-o"
    case url, force, print, schemas, name, applied, file
    case createOnly = "create-only"
    case skipSeed = "skip-seed"
    case skipGenerate = "skip-generate"
    case acceptDataLoss = "accept-data-loss"
    case forceReset = "force-reset"
    case rolledBack = "rolled-back"
    case lockTimeout = "lock-timeout"
    case dryRun = "dry-run"
    case resume
    case postgresVersion = "postgres-version"
    case plan, rename, down, count
    case generator, watch, timeout
    case requireModels = "require-models"
    // Options of Prisma's `generate` that change nothing here.
    case allowNoModels = "allow-no-models"
    case noHints = "no-hints"
    case noEngine = "no-engine"
    case datasourceProvider = "datasource-provider"
    case generatorProvider = "generator-provider"
    case previewFeature = "preview-feature"
    case withModel = "with-model"
    // An option of Prisma's `init` for what isn't done here.
    case noSkills = "no-skills"

    /// What stands for its value in the help, nil for one without a value.
    var value: String? {
      switch self {
      case .schema, .config, .stdinFilename, .fromSchema, .fromDatamodel, .fromSchemaDatasource,
        .toSchema, .toDatamodel, .toSchemaDatasource:
        "PATH"
      case .fromMigrations, .toMigrations: "DIR"
      case .outputFile, .file: "FILE"
      case .lockTimeout: "TIME"
      case .count: "N"
      case .name, .applied, .rolledBack, .generator, .previewFeature: "NAME"
      case .datasourceProvider, .generatorProvider: "PROVIDER"
      case .timeout: "SECONDS"
      case .sqlProfile: "PROFILE"
      case .shadowDatabaseURL, .fromURL, .toURL, .url: "URL"
      case .schemas: "A,B"
      case .plan: "PLAN"
      case .rename: "OLD=NEW"
      case .facts: "MODE"
      case .output: "FORMAT"
      case .color: "WHEN"
      case .prismaVersion, .postgresVersion: "VERSION"
      case .clientProcessID: "ID"
      case .stdin, .check, .help, .stdio, .fromEmpty, .fromConfig, .fromConfigDatasource, .toEmpty,
        .toConfig, .toConfigDatasource, .script, .exitCode, .force, .print, .createOnly, .skipSeed,
        .skipGenerate, .acceptDataLoss, .forceReset, .watch, .requireModels, .allowNoModels,
        .noHints, .noEngine, .withModel, .noSkills, .down, .dryRun, .resume:
        nil
      }
    }

    /// Whether `command` knows it. Those that hold for the program as a whole are taken by all, and
    /// ignored where they mean nothing.
    func isTaken(by command: Command) -> Bool {
      switch self {
      case .output, .color, .help, .prismaVersion: true
      case .stdin: command.readsText || command == .dbExecute
      case .stdinFilename: command.readsText
      case .schema, .config:
        command == .validate || command == .format || command == .migrateDiff
          || command == .dbPull || command.isWorkflow && command != .initialize
      case .url:
        command == .dbPull || command.isWorkflow && command != .dbSeed && command != .generate
      case .print, .schemas: command == .dbPull
      case .generator, .watch, .timeout, .requireModels, .allowNoModels, .noHints, .noEngine:
        command == .generate
      case .datasourceProvider, .generatorProvider, .previewFeature, .withModel, .noSkills:
        command == .initialize
      case .name, .createOnly: command == .migrateDev
      case .force: command == .migrateReset || command == .migrateDown || command == .dbPull
      case .applied, .rolledBack: command == .migrateResolve
      case .file: command == .dbExecute
      case .lockTimeout, .resume: command == .migrateDeploy
      case .skipSeed: command == .migrateDev || command == .migrateReset
      case .skipGenerate:
        command == .migrateDev || command == .migrateReset || command == .dbPush
      case .acceptDataLoss: command == .dbPush || command == .migrateDown
      case .forceReset: command == .dbPush
      case .count: command == .migrateDown
      case .dryRun: command == .migrateDeploy || command == .migrateDown
      case .shadowDatabaseURL: command == .migrateDiff || command == .migrateDev
      case .postgresVersion: command == .migrateDiff || command == .migrateLint
      case .plan, .rename: command == .migrateDiff || command == .migrateDev
      case .down: command == .migrateDiff
      case .check: command == .format
      case .stdio, .clientProcessID: command == .lsp
      case .fromEmpty, .fromSchema, .fromDatamodel, .fromMigrations, .fromURL, .fromConfig,
        .fromConfigDatasource, .fromSchemaDatasource, .toEmpty, .toSchema, .toDatamodel,
        .toMigrations, .toURL, .toConfig, .toConfigDatasource, .toSchemaDatasource, .facts, .script,
        .exitCode, .sqlProfile, .outputFile:
        command == .migrateDiff
      }
    }
  }

  /// One argument, taken apart.
  private enum Argument {
    case value(SystemPath)
    /// What stands behind `--`.
    case plainValue(SystemPath)
    /// The name without dashes, and what stands behind `=`.
    case option(String, SystemPath?)
  }

  /// Goes through the arguments.
  private struct Reader {
    private var rest: ArraySlice<SystemPath>
    private var onlyValues = false

    init(_ arguments: [SystemPath]) { rest = arguments[...] }

    mutating func next() -> Argument? {
      guard let argument = rest.popFirst() else { return nil }
      if onlyValues { return .plainValue(argument) }
      if argument.bytes == Array("--".utf8) {
        onlyValues = true
        return next()
      }
      switch argument.text {
      case "-h": return .option("help", nil)
      case "-n": return .option("name", nil)
      case "-f": return .option("force", nil)
      case "-": return .option("stdin", nil)
      default: break
      }
      guard argument.bytes.first == UInt8(ascii: "-") else { return .value(argument) }
      let body = argument.bytes.drop { $0 == UInt8(ascii: "-") }
      let isLong = argument.bytes.count - body.count == 2
      guard let equals = body.firstIndex(of: UInt8(ascii: "=")) else {
        let name = String(decoding: body, as: UTF8.self)
        return .option(isLong ? name : argument.text, nil)
      }
      return .option(
        String(decoding: body[..<equals], as: UTF8.self),
        SystemPath(bytes: Array(body[(equals + 1)...])))
    }

    /// The value of an option that stands behind it; nil when an option follows, or nothing.
    mutating func value() -> SystemPath? {
      guard let value = rest.first, value.bytes.first != UInt8(ascii: "-") else { return nil }
      rest.removeFirst()
      return value
    }

    /// What comes next, without taking it.
    var first: SystemPath? { rest.first }
    mutating func skip() { _ = rest.popFirst() }
  }

  private static func command(_ reader: inout Reader) throws(UsageError) -> Command {
    guard let first = reader.first?.text else { return .help }
    switch first {
    case "--stdio": return .lsp
    case "--help", "-h":
      reader.skip()
      return .help
    case "--version", "-v", "-V":
      reader.skip()
      return .version
    default: break
    }
    if let command = Command(rawValue: first) {
      reader.skip()
      return command
    }
    if first == "migrate" || first == "db" {
      reader.skip()
      return try command(ofTwoWords: first, &reader)
    }
    if first.hasPrefix("-") {
      throw UsageError(
        "`\(first)` stands before the command",
        help: "begin with a command, such as `prisma-lsp validate`; `prisma-lsp help` lists them")
    }
    let names = Command.allCases.map(\.rawValue)
    var help = "`prisma-lsp help` lists the commands"
    if first.hasSuffix(".prisma") || first.contains("/") {
      help = "to check a schema write `prisma-lsp validate \(first)`"
    } else if let near = Suggestion.nearest(to: first, among: names) {
      help = "did you mean `\(near)`? " + help
    }
    throw UsageError("there is no command `\(first)`", help: help)
  }

  /// The command of two words that begins with `first`.
  private static func command(
    ofTwoWords first: String, _ reader: inout Reader
  ) throws(UsageError) -> Command {
    let names = Command.allCases.map(\.rawValue).filter { $0.hasPrefix(first + " ") }
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    let verb = names.count == 1 ? "is" : "are"
    guard let second = reader.first?.text, !second.hasPrefix("-") else {
      throw UsageError("`\(first)` needs a second word", help: "there \(verb) \(list)")
    }
    guard let command = Command(rawValue: "\(first) \(second)") else {
      throw UsageError(
        "there is no command `\(first) \(second)`", help: "there \(verb) \(list)")
    }
    reader.skip()
    return command
  }

  private mutating func take(_ value: SystemPath) throws(UsageError) {
    if command.takesSchemaPath, paths.isEmpty {
      paths.append(value)
      return
    }
    switch command {
    case .validate, .format, .migrateLint, .dbPull: paths.append(value)
    case .migrateDown where workflow.target == nil: workflow.target = value.text
    case .rules where topic == nil, .help where topic == nil, .completions where topic == nil:
      topic = value.text
    // `help migrate diff`
    case .help where topic == "migrate" || topic == "db":
      topic = "\(topic ?? "") \(value.text)"
    case .rules, .help, .version, .lsp, .migrateDiff, .migrateDev, .migrateDeploy, .migrateStatus,
      .migrateReset, .migrateDown, .migrateResolve, .dbPush, .dbExecute, .dbSeed, .generate,
      .initialize,
      .completions:
      throw UsageError(
        "`\(command.rawValue)` takes no argument `\(value.text)`",
        help: "`prisma-lsp help \(command.rawValue)` shows what it takes")
    }
  }

  /// Takes a value that stands behind `--`.
  private mutating func takePlain(_ value: SystemPath) throws(UsageError) {
    if command == .dbSeed { workflow.seedArguments.append(value.text) } else { try take(value) }
  }

  private mutating func apply(
    _ option: Option, _ name: String, _ inlineValue: SystemPath?, _ reader: inout Reader
  ) throws(UsageError) {
    var value = SystemPath("")
    if let kind = option.value {
      // What begins with a dash is no value; but where a number is wanted, say which.
      if option == .count, inlineValue == nil, let next = reader.first, Int(next.text) != nil {
        _ = try count(next)
      }
      guard let given = inlineValue ?? reader.value(), !given.isEmpty || option == .name else {
        throw UsageError("`--\(name)` needs a value", help: "write `--\(name) \(kind)`")
      }
      value = given
    } else if inlineValue != nil {
      throw UsageError("`--\(name)` takes no value", help: "write `--\(name)` alone")
    }
    switch option {
    case .schema: paths.append(value)
    case .config: config = value
    case .output:
      if command == .initialize
        || command == .migrateDiff && value.text != "text" && value.text != "json"
      {
        outputFile = value
      } else {
        output = try choice(value, of: Output.allCases, for: name)
      }
    case .color: color = try choice(value, of: Color.allCases, for: name)
    case .stdin: readsStandardInput = true
    case .stdinFilename: standardInputName = value
    case .check: onlyChecks = true
    case .help:
      topic = command == .help ? topic : command.rawValue
      command = .help
    case .prismaVersion:
      version =
        value.text == "auto"
        ? nil : try choice(value, of: PrismaVersion.allCases, for: name, others: ["auto"])
    case .fromEmpty: try diff.setFrom(.empty)
    case .fromSchema, .fromDatamodel: try diff.setFrom(.schema(value))
    case .fromMigrations: try diff.setFrom(.migrations(value))
    case .fromURL: try diff.setFrom(.url(value.text))
    case .fromConfig, .fromConfigDatasource: try diff.setFrom(.datasource(nil))
    case .fromSchemaDatasource: try diff.setFrom(.datasource(value))
    case .toEmpty: try diff.setTo(.empty)
    case .toSchema, .toDatamodel: try diff.setTo(.schema(value))
    case .toMigrations: try diff.setTo(.migrations(value))
    case .toURL: try diff.setTo(.url(value.text))
    case .toConfig, .toConfigDatasource: try diff.setTo(.datasource(nil))
    case .toSchemaDatasource: try diff.setTo(.datasource(value))
    case .facts: diff.facts = try choice(value, of: FactsMode.allCases, for: name)
    case .script: diff.printsScript = true
    case .exitCode: diff.tellsByExitCode = true
    case .sqlProfile:
      diff.profile = try choice(value, of: MigrateDiffArguments.profiles, for: name)
    case .outputFile: outputFile = value
    case .print: pull.onlyPrints = true
    case .schemas: try pull.setNamespaces(value.text)
    case .url:
      pull.url = value.text
      workflow.url = value.text
    case .force:
      pull.isForced = true
      workflow.isForced = true
    case .shadowDatabaseURL: workflow.shadowDatabaseURL = value.text
    case .name: workflow.name = value.text
    case .applied: workflow.applied = value.text
    case .rolledBack: workflow.rolledBack = value.text
    case .file: workflow.file = value
    case .lockTimeout:
      guard let patience = LockPatience(value.text) else {
        throw UsageError(
          "`--lock-timeout` has no value `\(value.text)`",
          help: "write a time up to an hour, such as `500ms`, `5s` or `1min`")
      }
      workflow.lockPatience = patience
    case .dryRun: workflow.onlyTells = true
    case .resume: workflow.resumes = true
    case .createOnly: workflow.onlyCreates = true
    case .skipSeed: workflow.skipsSeed = true
    case .skipGenerate: workflow.skipsGenerate = true
    case .acceptDataLoss: workflow.acceptsDataLoss = true
    case .forceReset: workflow.forcesReset = true
    case .postgresVersion: postgresVersion = try postgresVersion(value)
    case .plan:
      diff.plan = try choice(value, of: MigrateDiffArguments.PlanKind.allCases, for: name)
      workflow.plan = diff.plan
    case .rename:
      diff.renames.append(try RenameArgument(value.text))
      workflow.renames = diff.renames
    case .down: diff.goesBack = true
    case .count: workflow.count = try count(value)
    case .generator: generate.generators.append(value.text)
    case .requireModels: generate.requiresModels = true
    case .watch: generate.watches = true
    case .timeout: generate.timeout = try seconds(value, for: name)
    case .datasourceProvider: initialize.provider = value.text
    case .generatorProvider: initialize.generator = value.text
    case .previewFeature: initialize.previewFeatures.append(value.text)
    case .withModel: initialize.hasModel = true
    case .stdio, .clientProcessID, .allowNoModels, .noHints, .noEngine, .noSkills: break
    }
  }

  private func choice<Choice: RawRepresentable<String>>(
    _ value: SystemPath, of choices: [Choice], for name: String, others: [String] = []
  ) throws(UsageError) -> Choice {
    if let choice = Choice(rawValue: value.text) { return choice }
    let names = (choices.map(\.rawValue) + others).map { "`\($0)`" }.joined(separator: ", ")
    throw UsageError("`--\(name)` has no value `\(value.text)`", help: "its values are \(names)")
  }

  /// A version of PostgreSQL: its first number counts, as in `15.4`.
  private func postgresVersion(_ value: SystemPath) throws(UsageError) -> Int {
    guard let number = Int(value.text.prefix { $0 != "." }), (12...18).contains(number) else {
      throw UsageError(
        "`--postgres-version` has no value `\(value.text)`",
        help: "it is a number from 12 to 18")
    }
    return number
  }

  private func count(_ value: SystemPath) throws(UsageError) -> Int {
    if let count = Int(value.text), count > 0 { return count }
    throw UsageError(
      "`--count` has no value `\(value.text)`", help: "it is a number of at least 1")
  }

  private func seconds(_ value: SystemPath, for name: String) throws(UsageError) -> Int {
    if let seconds = Int(value.text), (1...86_400).contains(seconds) { return seconds }
    throw UsageError(
      "`--\(name)` has no value `\(value.text)`", help: "write a number of seconds up to 86400")
  }

  private func unknownOption(_ name: String) -> UsageError {
    let shown = name.hasPrefix("-") ? name : "--\(name)"
    let bare = String(name.drop { $0 == "-" })
    let names = Option.allCases.filter { $0.isTaken(by: command) }.map(\.rawValue)
    var help = "`prisma-lsp help \(command.rawValue)` shows what it takes"
    if let near = Suggestion.nearest(to: bare, among: names) {
      help = "did you mean `--\(near)`? " + help
    }
    return UsageError("`\(command.rawValue)` has no option `\(shown)`", help: help)
  }

  /// Looks at what doesn't go together.
  private func check() throws(UsageError) {
    if readsStandardInput, command.readsText, let path = paths.first {
      throw UsageError(
        "`--stdin` and the path `\(path.text)` don't go together",
        help: "to name the text on standard input write `--stdin-filename PATH`")
    }
    if diff.goesBack, diff.plan == .online {
      throw UsageError(
        "`--down` and `--plan online` don't go together",
        help: "the online way back is the way from `--to-…` to `--from-…`: exchange the two sides")
    }
    if let target = workflow.target, workflow.count != nil {
      throw UsageError(
        "`\(target)` and `--count` don't go together",
        help: "either name the migration that shall be the last, or say how many are undone")
    }
    let isReport = output == .sarif || output == .github
    if isReport, command != .validate, command != .migrateLint, command != .help {
      throw UsageError(
        "`\(command.rawValue)` has no output `\(output.rawValue)`",
        help: "its values are `text` and `json`")
    }
  }
}
