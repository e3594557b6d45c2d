import Migration
import Postgres

/// What `migrate diff` is told.
enum MigrateDiffOptions {
  /// What is compared.
  enum Side: Hashable, Sendable {
    /// Nothing.
    case empty
    /// A schema file, or a folder of them.
    case schema(SystemPath)
    /// A folder of migrations.
    case migrations(SystemPath)
    /// The database of a connection string.
    case url(String)
    /// The database that a schema is for, nil for the schema that is named or found.
    case datasource(SystemPath?)
  }

  /// `--from-…`
  static let from = OptionKey<Side?>("from", absent: nil)
  /// `--to-…`
  static let to = OptionKey<Side?>("to", absent: nil)

  static let facts = TypedOption.choice(
    "--facts", "MODE", among: FactsMode.allCases, absent: .off,
    """
    off, estimates or exact: ask the database that the change starts from what
    stands in its way: rows, NULLs, duplicates, orphans; exact counts them too
    """)
  static let script = TypedOption.flag(
    "--script", "Print the SQL that Prisma would write, in place of a summary")
  static let exitCode = TypedOption.flag("--exit-code", "Exit with 2 when there is a difference")
  /// The text of scripts, nil for that of the version.
  static let profile = TypedOption.choice(
    "--sql-profile", "PROFILE", among: [SQLProfile.sixTwelve, .sixNineteen, .sevenTen],
    "6.12, 6.19 or 7.10: the text of that version, where versions differ")
  static let down = TypedOption.flag(
    "--down", "The way back, each statement marked lossless or lossy")

  /// In the order of the help.
  static let all: [any CommandOption] =
    sides + [
      SharedOptions.schema.unexplained, SharedOptions.config.unexplained, facts, script, Output(),
      exitCode, profile,
      SharedOptions.plan.explained(
        "The same change in several scripts that stop nobody for long", label: "--plan online"),
      SharedOptions.rename, down, SharedOptions.postgresVersion,
      SharedOptions.shadowDatabaseURL.unexplained,
      TypedOption<SystemPath?>(
        OptionForm("-o", "FILE", .path, "Write to a file"), key: .outputFile
      ) { given, value in value = given.value },
    ]

  /// `--output`: `text` and `json` are forms, as of the other commands; anything else is a file.
  private struct Output: CommandOption {
    let form: OptionForm = {
      var form = OptionForm(
        "--output", "FORMAT", .words(["text", "json"]),
        "Print the statements with their locks and hazards, and all else")
      form.label = "--output json"
      return form
    }()

    func keep(
      _ given: GivenOption, in arguments: inout CommandLineArguments
    ) throws(UsageError) {
      switch given.value.text {
      case "text": arguments[CommonOptions.output.key] = .text
      case "json": arguments[CommonOptions.output.key] = .json
      default: arguments[.outputFile] = given.value
      }
    }
  }

  // MARK: Sides

  /// The options that name a side: those of both for each kind, of which the first tells of both.
  private static let sides: [any CommandOption] = [
    side("empty", "Nothing at all") { _ in .empty },
    side(
      "schema", or: ["schema-datamodel"], value: "PATH",
      "A schema file, or a folder whose .prisma files are one schema"
    ) { .schema($0) },
    side(
      "migrations", value: "DIR",
      """
      What the migrations in a folder leave in an empty PostgreSQL; they are
      read, and no database is needed
      """
    ) { .migrations($0) },
    side(
      "url", value: "URL", values: .anything,
      "A PostgreSQL database, which is read and never written"
    ) { .url($0.text) },
    side(
      "config", or: ["config-datasource"],
      """
      The database that the project is configured for; --schema and --config
      name its schema and its config file
      """
    ) { _ in .datasource(nil) },
    // A spelling of Prisma 6 for a schema and its database at once.
    side("schema-datasource", value: "PATH", nil) { .datasource($0) },
  ].flatMap(\.self)

  /// The options of both sides for what they can be compared with.
  ///
  /// - Parameters:
  ///   - kind: what stands behind `--from-` and `--to-`.
  ///   - read: what their value means.
  private static func side(
    _ kind: String, or others: [String] = [], value placeholder: String? = nil,
    values: OptionForm.Values = .path, _ purpose: String?,
    _ read: @escaping @Sendable (SystemPath) -> Side
  ) -> [TypedOption<Side?>] {
    let suffix = placeholder.map { " \($0)" } ?? ""
    return [from, to].map { key in
      var form = OptionForm(
        "--\(key.name)-\(kind)", or: others.map { "--\(key.name)-\($0)" }, placeholder, values,
        key.name == from.name ? purpose : nil)
      form.label = "--from-\(kind)\(suffix), --to-\(kind)\(suffix)"
      return TypedOption(form, key: key) { given, value throws(UsageError) in
        guard value == nil else {
          throw UsageError(
            "`--\(key.name)-…` is given twice",
            help: "a difference has one side before and one behind")
        }
        value = read(given.value)
      }
    }
  }
}
