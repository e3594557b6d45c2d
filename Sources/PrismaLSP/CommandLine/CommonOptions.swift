import SchemaModel

/// The options of every command; they are ignored where they mean nothing.
enum CommonOptions {
  static let output = TypedOption.choice(
    "--output", "FORMAT", among: [CommandLineArguments.Output.text, .json], absent: .text,
    "text or json; of validate and migrate lint also sarif and\ngithub")
  static let version = TypedOption.choice(
    "--prisma-version", "VERSION", among: PrismaVersion.allCases, none: "auto",
    "5, 6, 7 or auto: found out from the project around the schema")
  static let color = TypedOption.choice(
    "--color", "WHEN", among: CommandLineArguments.Color.allCases, absent: .auto,
    "auto, always or never; NO_COLOR and FORCE_COLOR are honoured")
  static let help = TypedOption.flag("--help", or: ["-h"], "Print what the command takes")

  /// In the order of the help.
  static let all: [any CommandOption] = [output, version, color, help]
}

extension CommandLineArguments {
  /// How results are printed.
  enum Output: String, CaseIterable, Sendable { case text, json, sarif, github }
  /// Whether text is coloured.
  enum Color: String, CaseIterable, Sendable { case auto, always, never }

  /// `--output`
  var output: Output { self[CommonOptions.output] }
  /// `--prisma-version`, nil for `auto`.
  var version: PrismaVersion? { self[CommonOptions.version] }
  /// `--color`
  var color: Color { self[CommonOptions.color] }
}
