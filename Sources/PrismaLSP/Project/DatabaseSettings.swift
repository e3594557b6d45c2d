import Migration
import SchemaModel

/// Which database a project is for, and where its migrations are: what the command line, the schema and
/// the configuration file say about it. Nothing is run, and no connection is made.
///
/// ```swift
/// let settings = DatabaseSettings(of: schema, at: place, version: .six, in: folder, process: …)
/// let url = try settings.url()
/// ```
struct DatabaseSettings: Sendable {
  /// How the database is filled with its first rows.
  struct Seed: Hashable, Sendable {
    /// A command with its arguments.
    let command: String
    /// The absolute path of the folder that it runs in.
    let folder: String
    /// The file that says so, absolute.
    let source: String
  }

  /// The provider.
  let connector: Connector
  /// The variables that URLs can come from.
  let variables: ProjectVariables
  /// The configuration file, if there is one.
  let config: ConfigSettings?

  private let schema: Schema
  private let place: SchemaPlace
  private let version: PrismaVersion
  /// The working directory.
  private let folder: String

  /// Reads the configuration and `.env` files around a schema.
  ///
  /// - Parameters:
  ///   - schema: the schema; it may have errors.
  ///   - place: where its files are.
  ///   - version: the version that it is written for.
  ///   - folder: the working directory, absolute; for an editor the folder that commands are called in.
  ///   - config: the path of the configuration file, nil to look for one in `folder`.
  ///   - process: the variables of the process.
  /// - Throws: a failure when the file at `config` can't be read.
  init(
    of schema: Schema, at place: SchemaPlace, version: PrismaVersion, in folder: String,
    config: String? = nil, process: @escaping @Sendable (String) -> String?
  ) throws(CommandFailure) {
    self.schema = schema
    self.place = place
    self.version = version
    self.folder = folder
    connector = schema.configuration.connector
    if let config {
      guard let settings = ConfigSettings(at: FilePath.joined(folder, config)) else {
        throw CommandFailure("there is no configuration file `\(config)`")
      }
      self.config = settings
    } else {
      self.config = ConfigFile.configuration(in: folder).flatMap { ConfigSettings(at: $0.path) }
    }
    variables = ProjectVariables(
      of: place, version: version, in: folder, config: self.config, process: process)
  }

  /// The database: `given` on the command line, else the datasource's `directUrl` or `url`, else that of
  /// the configuration file.
  ///
  /// - Throws: P1012 or P1013, as the version does; without a code where Prisma has none.
  func url(given: String? = nil) throws(CommandFailure) -> DatabaseURL {
    if let given {
      return try DatabaseURL(given, from: "the value of `--url`", for: connector, code: "P1013")
    }
    if version == .six, let name = variables.conflicts.first {
      let files = variables.files.map { "`\(shown($0))`" }.joined(separator: " and ")
      throw CommandFailure(
        "\(files) set the variable `\(name)` to different values",
        help: "leave it in one of them")
    }
    guard connector != .none else {
      throw CommandFailure(
        "the schema `\(shown(place.path))` has no datasource that can be used", code: "P1012",
        help: "`prisma-lsp validate` tells what is wrong with it")
    }
    for property in ["directUrl", "url"] {
      guard let url = DatasourceURL(schema, property: property) else { continue }
      if let failure = url.failure(at: shown(place.path), variable: variables.value) {
        throw failure
      }
      guard let text = url.text(variables.value) else { continue }
      let source =
        url.variableName.map { "the variable `\($0)`" } ?? url.source
      return try DatabaseURL(text, from: source, for: connector, code: "P1012")
    }
    if let config {
      for (name, setting) in [
        ("datasource.directUrl", config.directURL), ("datasource.url", config.url),
      ] {
        if let setting { return try url(of: setting, name, config) }
      }
    }
    throw noURL
  }

  /// The database on which migrations are tried out: `given` on the command line, else that of the
  /// datasource or the configuration file; nil when none is named, or the variable that would hold it
  /// isn't set.
  ///
  /// - Throws: when it is the same as `url`, and in the cases of ``url(given:)``.
  func shadowURL(
    given: String? = nil, besides url: DatabaseURL? = nil
  ) throws(CommandFailure) -> DatabaseURL? {
    var found: (text: String, source: String)?
    if let given {
      found = (given, "the value of `--shadow-database-url`")
    } else if let url = DatasourceURL(schema, property: "shadowDatabaseUrl") {
      found = url.text(variables.value).map { ($0, "the `shadowDatabaseUrl` of the datasource") }
    } else if let config, let setting = config.shadowDatabaseURL {
      let name = "datasource.shadowDatabaseUrl"
      found = try value(of: setting, name, config).text(variables.value)
        .map { ($0, "`\(name)` of `\(shown(config.path))`") }
    }
    guard let found, !found.text.isEmpty else { return nil }
    if let url, url.text == found.text {
      throw CommandFailure(
        "\(found.source) is the database itself, which would be emptied",
        help: "name another database, or none: then one is made and dropped again")
    }
    return try DatabaseURL(
      found.text, from: found.source, for: connector, code: version == .seven ? "P1013" : "P1012")
  }

  /// The absolute path of the migrations folder, which need not be there: what the configuration file
  /// says, else `migrations` beside the file that has the datasource.
  func migrationsFolder() throws(CommandFailure) -> String {
    if let config, let setting = config.migrationsPath {
      let value = try value(of: setting, "migrations.path", config)
      if let path = value.text(variables.value), !path.isEmpty {
        return FilePath.joined(config.folder, path)
      }
    }
    var folder = place.folder
    if place.isFolder, let datasource = schema.configuration.datasource,
      let file = schema.blockIndex(of: datasource.id)?.file, place.files.indices.contains(file)
    {
      folder = FilePath.folder(of: place.files[file])
    }
    return FilePath.joined(folder, "migrations")
  }

  /// The tables and enums that migrations leave alone, as the configuration file lists them.
  func externalNames() throws(CommandFailure) -> ExternalNames {
    guard let config else { return ExternalNames() }
    return try config.externalNames(for: connector, shownAs: shown(config.path))
  }

  /// The command that fills the database, nil when there is none: `migrations.seed` of the configuration
  /// file, else, but for Prisma 7, `prisma.seed` of the nearest `package.json`.
  func seed() throws(CommandFailure) -> Seed? {
    if let config, let setting = config.seed {
      let value = try value(of: setting, "migrations.seed", config)
      if let command = value.text(variables.value), !command.isEmpty {
        return Seed(command: command, folder: config.folder, source: config.path)
      }
    }
    guard version != .seven else { return nil }
    for folder in FilePath.ancestors(of: folder) {
      let path = FilePath.joined(folder, "package.json")
      guard Files.isFile(path) else { continue }
      guard let command = PackageFile(at: path)?.seed, !command.isEmpty else { return nil }
      return Seed(command: command, folder: folder, source: path)
    }
    return nil
  }

  // MARK: The configuration file

  private func url(
    of setting: ConfigSettings.Setting, _ name: String, _ config: ConfigSettings
  ) throws(CommandFailure) -> DatabaseURL {
    let file = shown(config.path)
    let value = try value(of: setting, name, config)
    var source = "`\(name)` of `\(file)`"
    if let variable = value.variables.first { source = "the variable `\(variable)`, \(source)," }
    guard let text = value.text(variables.value), !text.isEmpty else {
      let state = value.text(variables.value) == nil ? "is not set" : "is empty"
      var help = "set it in the environment"
      if value.variables.isEmpty {
        help = "give it the URL of a database"
      } else if config.loadsDotEnvironment {
        help += " or in `.env`"
      } else {
        help += "; a `.env` file is read when `\(file)` has the line `import \"dotenv/config\"`"
      }
      throw CommandFailure("\(source) \(state)", help: help)
    }
    return try DatabaseURL(
      text, from: value.variables.first.map { "the variable `\($0)`" } ?? source, for: connector,
      code: "P1013")
  }

  private func value(
    of setting: ConfigSettings.Setting, _ name: String, _ config: ConfigSettings
  ) throws(CommandFailure) -> ConfigValue {
    if let value = setting.value { return value }
    throw CommandFailure(
      "line \(setting.line) of `\(shown(config.path))`: the value of `\(name)` would have to be "
        + "worked out, and the file is never run",
      help: "write a string, `env(\"X\")` or `process.env.X`")
  }

  private var noURL: CommandFailure {
    guard version == .seven else {
      return CommandFailure(
        "the datasource has no `url`", code: "P1012",
        help: "add `url = env(\"DATABASE_URL\")` to it, or give `--url URL`")
    }
    let file = config.map { shown($0.path) } ?? "prisma.config.ts"
    return CommandFailure(
      "no database is configured" + (config == nil ? ": there is no configuration file" : ""),
      help: "set `datasource.url` in `\(file)`, or give `--url URL`")
  }

  /// A path as it is seen from the working directory.
  private func shown(_ path: String) -> String { FilePath.relative(path, to: folder) ?? path }
}
