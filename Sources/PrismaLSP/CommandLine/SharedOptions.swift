/// Options that several commands have.
enum SharedOptions {
  // MARK: The schema

  /// Where ``CommandLineArguments/paths`` are kept.
  static let paths = OptionKey<[SystemPath]>("PATH", absent: [])

  static let schema = TypedOption(
    OptionForm(
      "--schema", "PATH", .path,
      "The schema: a file, or a folder whose .prisma files are one schema"), key: paths
  ) { given, paths in paths.append(given.value) }

  /// For commands that take one schema, which can be named without `--schema` as well.
  static let oneSchema = schema.explained(
    "The schema: a file, or a folder whose .prisma files are one schema",
    label: "PATH, --schema PATH")

  static let config = TypedOption.path("--config", "PATH", "The config file to look into")

  // MARK: Text on standard input

  static let stdin = TypedOption.flag(
    "--stdin", or: ["-"], "Read one file from standard input")
  static let stdinFilename = TypedOption.path(
    "--stdin-filename", "PATH", "Its name in messages, and where its project is")

  /// Refuses paths beside a text on standard input.
  @Sendable static func checkStdin(_ arguments: CommandLineArguments) throws(UsageError) {
    guard arguments[stdin], let path = arguments.paths.first else { return }
    throw UsageError(
      "`--stdin` and the path `\(path.text)` don't go together",
      help: "to name the text on standard input write `--stdin-filename PATH`")
  }

  /// `--output` of commands that report findings.
  static let reportOutput = TypedOption.choice(
    "--output", "FORMAT", among: CommandLineArguments.Output.allCases, absent: .text,
    "text, json, sarif or github")

  // MARK: Databases

  static let url = TypedOption.text(
    "--url", "URL",
    "The database, in place of the one that the schema or the config file names")
  static let shadowDatabaseURL = TypedOption.text(
    "--shadow-database-url", "URL",
    """
    The database on which migrations are tried out: it is emptied.
    Without it one is made beside the database, and dropped again
    """)
  static let postgresVersion = TypedOption<Int?>(
    OptionForm(
      "--postgres-version", "VERSION", .number,
      "12 to 18: tell hazards for that version, not for all of them"),
    key: OptionKey("--postgres-version", absent: nil)
  ) { given, value throws(UsageError) in
    // Its first number counts, as in `15.4`.
    guard let number = Int(given.value.text.prefix { $0 != "." }), (12...18).contains(number) else {
      throw given.refusal("it is a number from 12 to 18")
    }
    value = number
  }

  /// The schema, the config file and the database of commands that work on one.
  static let database: [any CommandOption] = [oneSchema, config, url]

  // MARK: What is asked before

  static let force = TypedOption.flag("--force", or: ["-f"], "Don't ask")
  static let acceptDataLoss = TypedOption.flag(
    "--accept-data-loss", "Don't ask before data is lost")
  static let dryRun = TypedOption.flag("--dry-run", "Tell what would be done, and change nothing")

  // MARK: Plans

  static let plan = TypedOption.choice(
    "--plan", "PLAN", among: PlanKind.allCases, absent: .prisma,
    "prisma, or online: the same change in several scripts that stop nobody for long")
  static let rename = TypedOption<[RenameArgument]>(
    OptionForm(
      "--rename", "OLD=NEW", .anything,
      "What is renamed: table=new or table.column=new, by the names in the database"),
    key: OptionKey("--rename", absent: [])
  ) { given, renames throws(UsageError) in renames.append(try RenameArgument(given.value.text)) }

  // MARK: What comes behind the work on a database

  static let skipGenerate = TypedOption.flag(
    "--skip-generate", "Don't run generators (Prisma 5 and 6)")
  static let skipSeed = TypedOption.flag(
    "--skip-seed", "Don't seed the database (Prisma 5 and 6)")
}

extension OptionKey<SystemPath?> {
  /// Where the file or folder is kept that something is written to.
  static let outputFile = OptionKey("output file", absent: nil)
}

extension CommandDefinition.Operands {
  /// One schema, which ``SharedOptions/oneSchema`` explains.
  static let schema = CommandDefinition.Operands(.paths(atMost: 1))
}

/// Which statements are written.
enum PlanKind: String, CaseIterable, Sendable {
  /// Those of Prisma.
  case prisma
  /// Those that stop nobody for long, in several scripts.
  case online
}

extension CommandLineArguments {
  /// The PATHs, with those of `--schema`, in order.
  var paths: [SystemPath] { self[SharedOptions.paths] }
  /// `--config`
  var config: SystemPath? { self[SharedOptions.config] }
  /// `--stdin`
  var readsStandardInput: Bool { self[SharedOptions.stdin] }
  /// `--stdin-filename`
  var standardInputName: SystemPath {
    self[SharedOptions.stdinFilename] ?? SystemPath("schema.prisma")
  }
  /// `--url`
  var url: String? { self[SharedOptions.url] }
}
