import Diagnostics
import SchemaModel
import Testing

@testable import PrismaLSP

@Suite struct CommandLineArgumentsTests {
  private func parse(
    _ words: String...
  ) throws(UsageError) -> CommandLineArguments {
    try CommandLineArguments(parsing: words.map { SystemPath($0) })
  }

  /// The message and the help of a refusal.
  private func refusal(_ words: String...) -> (message: String, help: String)? {
    do throws(UsageError) {
      _ = try CommandLineArguments(parsing: words.map { SystemPath($0) })
      return nil
    } catch {
      return (error.message, error.help ?? "")
    }
  }

  @Test func takesEachCommand() throws {
    for command in CommandCatalog.all {
      let words = command.name.split(separator: " ").map { SystemPath(String($0)) }
      #expect(try CommandLineArguments(parsing: words).command.name == command.name)
    }
    #expect(try parse().command.name == "help")
    #expect(try parse("--stdio").command.name == "lsp")
    #expect(try parse("lsp", "--stdio", "--clientProcessId=12").command.name == "lsp")
    #expect(try parse("--stdio", "--clientProcessId", "12").command.name == "lsp")
    #expect(try parse("--version").command.name == "version")
    #expect(try parse("-v").command.name == "version")
    #expect(try parse("-h").command.name == "help")
  }

  @Test func collectsPaths() throws {
    let arguments = try parse("validate", "a", "--schema", "b", "--schema=c", "--", "--d")
    #expect(arguments.paths == ["a", "b", "c", "--d"].map { SystemPath($0) })
    #expect(try parse("validate", "--schema=--odd").paths == [SystemPath("--odd")])
  }

  @Test func takesOptionsInBothSpellings() throws {
    let spaced = try parse(
      "format", "--output", "json", "--prisma-version", "6", "--color", "never", "--check",
      "--config", "x.ts")
    let joined = try parse(
      "format", "--check", "--output=json", "--prisma-version=6", "--color=never",
      "--config=x.ts")
    for arguments in [spaced, joined] {
      #expect(arguments.output == .json)
      #expect(arguments.version == .six)
      #expect(arguments.color == .never)
      #expect(arguments[FormatCommand.check])
      #expect(arguments.config == SystemPath("x.ts"))
    }
  }

  @Test func leavesTheVersionOpen() throws {
    #expect(try parse("validate").version == nil)
    #expect(
      try parse("validate", "--prisma-version", "5", "--prisma-version", "auto").version == nil)
  }

  @Test func readsStandardInput() throws {
    let arguments = try parse("validate", "--stdin", "--stdin-filename", "prisma/a.prisma")
    #expect(arguments.readsStandardInput)
    #expect(arguments.standardInputName == SystemPath("prisma/a.prisma"))
    #expect(try parse("format", "-").readsStandardInput)
    #expect(try parse("validate").standardInputName == SystemPath("schema.prisma"))
    #expect(try parse("db", "execute", "--stdin").command.name == "db execute")
    #expect(refusal("migrate", "deploy", "--stdin")?.message.contains("no option") == true)
    #expect(refusal("db", "execute", "--stdin-filename", "a") != nil)
  }

  @Test func wantsACountOfAtLeastOne() throws {
    for words in [["--count", "-1"], ["--count=-1"], ["--count", "0"]] {
      #expect(throws: UsageError.self) {
        try CommandLineArguments(parsing: (["migrate", "down"] + words).map { SystemPath($0) })
      }
    }
    #expect(refusal("migrate", "down", "--count", "-1")?.help == "it is a number of at least 1")
    #expect(refusal("migrate", "down", "--count", "-1")?.message.contains("`-1`") == true)
    #expect(try parse("migrate", "down", "--count", "2")[MigrateDownCommand.count] == 2)
  }

  @Test func ignoresCommonOptionsWhereTheyMeanNothing() throws {
    #expect(
      try parse("version", "--prisma-version", "7", "--color", "always").command.name == "version")
  }

  @Test func asksAboutACommand() throws {
    #expect(try parse("help", "validate").operand == "validate")
    #expect(try parse("help", "validate", "--help").operand == "validate")
    #expect(try parse("help", "migrate", "diff").operand == "migrate diff")
    #expect(try parse("validate", "--help").operand == "validate")
    // What stands around it is read as that command's own, and what doesn't go together doesn't matter.
    #expect(try parse("format", "a", "-h", "--stdin").command.name == "help")
    #expect(try parse("help", "--help").operand == nil)
    #expect(try parse("rules", "duplicate-field").operand == "duplicate-field")
  }

  @Test func asksAboutCommandsOfTwoWords() throws {
    for word in ["--help", "-h"] {
      let arguments = try parse("migrate", word)
      #expect(arguments.command.name == "help" && arguments.operand == "migrate")
    }
    let lonely = try #require(refusal("migrate"))
    #expect(lonely.message == "`migrate` needs a second word")
    #expect(lonely.help.hasPrefix("there are `migrate diff`, "))
    let mistyped = try #require(refusal("migrate", "depoly"))
    #expect(mistyped.message == "there is no command `migrate depoly`")
    #expect(mistyped.help.hasPrefix("did you mean `migrate deploy`? there are `migrate diff`, "))
    #expect(refusal("migrat", "deploy")?.help.hasPrefix("did you mean `migrate`? ") == true)
  }

  @Test func refusesUnknownCommands() throws {
    let mistyped = try #require(refusal("validat"))
    #expect(mistyped.message == "there is no command `validat`")
    #expect(mistyped.help.contains("did you mean `validate`?"))
    let path = try #require(refusal("prisma/schema.prisma"))
    #expect(path.help.contains("prisma-lsp validate prisma/schema.prisma"))
    // Commands of Prisma that are not here are no typing errors of others.
    let other = try #require(refusal("studio"))
    #expect(!other.help.contains("did you mean"))
    #expect(refusal("--nonsense") != nil)
  }

  @Test func refusesUnknownOptions() throws {
    let mistyped = try #require(refusal("validate", "--outptu", "json"))
    #expect(mistyped.message == "`validate` has no option `--outptu`")
    #expect(mistyped.help.contains("did you mean `--output`?"))
    #expect(refusal("validate", "--check") != nil)
    #expect(refusal("version", "--schema", "x") != nil)
    #expect(refusal("validate", "-f")?.message == "`validate` has no option `-f`")
    #expect(refusal("version", "-")?.message == "`version` has no option `-`")
    #expect(refusal("validate", "---output", "json") != nil)
    #expect(refusal("validate", "--skip-seed") != nil)
  }

  @Test func refusesWrongValues() throws {
    #expect(refusal("validate", "--output")?.message == "`--output` needs a value")
    #expect(refusal("validate", "--output", "--check")?.message == "`--output` needs a value")
    #expect(refusal("validate", "--output=")?.message == "`--output` needs a value")
    let version = try #require(refusal("validate", "--prisma-version", "8"))
    #expect(version.message == "`--prisma-version` has no value `8`")
    #expect(version.help == "its values are `5`, `6`, `7`, `auto`")
    let mistyped = try #require(refusal("validate", "--output", "jsno"))
    #expect(
      mistyped.help == "did you mean `json`? its values are `text`, `json`, `sarif`, `github`")
    #expect(refusal("migrate", "diff", "-o")?.message == "`-o` needs a value")
    #expect(refusal("migrate", "dev", "-n")?.help == "write `-n NAME`")
    #expect(refusal("generate", "--timeout", "-1")?.message == "`--timeout` has no value `-1`")
    #expect(refusal("format", "--check=yes")?.message == "`--check` takes no value")
    #expect(refusal("format", "--output", "sarif") != nil)
    #expect(refusal("rules", "a", "b") != nil)
    #expect(refusal("version", "x") != nil)
    #expect(refusal("lsp", "x") != nil)
  }

  @Test func refusesAPathBesideStandardInput() {
    #expect(refusal("validate", "a.prisma", "--stdin") != nil)
    #expect(refusal("format", "--stdin", "--schema", "a") != nil)
  }

  @Test func seesThatJSONIsAskedFor() {
    func asks(_ words: String...) -> Bool {
      CommandLineArguments.asksForJSON(words.map { SystemPath($0) })
    }
    #expect(asks("validat", "--output", "json"))
    #expect(asks("validate", "--nope", "--output=json"))
    #expect(!asks("validate", "--output", "text"))
    #expect(!asks("validate", "--", "--output=json"))
    #expect(!asks("validate", "--output"))
  }

  @Test func keepsNamesThatAreNotUTF8() throws {
    let path = SystemPath(bytes: [0x61, 0xFF, 0x2E])
    let arguments = try CommandLineArguments(parsing: [SystemPath("validate"), path])
    #expect(arguments.paths == [path])
    let option = SystemPath(bytes: Array("--schema=".utf8) + path.bytes)
    #expect(try CommandLineArguments(parsing: [SystemPath("validate"), option]).paths == [path])
  }

  @Test(arguments: [
    ("validat", "validate"), ("fromat", "format"), ("vaildate", "validate"), ("hlep", "help"),
    ("LSP", "lsp"),
  ])
  func suggests(word: String, expected: String) {
    #expect(Suggestion.nearest(to: word, among: CommandCatalog.names) == expected)
  }

  @Test func suggestsNothingFarAway() {
    #expect(Suggestion.nearest(to: "migrate", among: ["validate", "format"]) == nil)
    #expect(Suggestion.nearest(to: "", among: ["validate"]) == nil)
    #expect(Suggestion.nearest(to: "x", among: []) == nil)
    #expect(Suggestion.nearest(to: String(repeating: "x", count: 100_000), among: ["x"]) == nil)
  }

  // MARK: The tables

  @Test func eachSpellingIsOneOption() {
    for command in CommandCatalog.all {
      let names = command.allOptions.flatMap(\.form.names)
      #expect(Set(names).count == names.count, "\(command.name)")
      for name in names { #expect(name.hasPrefix("-"), "\(command.name) \(name)") }
    }
    #expect(Set(CommandCatalog.all.map(\.name)).count == CommandCatalog.all.count)
  }

  /// Values are kept by the names of their keys, so a name has to stand for one type.
  @Test func eachKeyHasOneType() throws {
    var types: [String: String] = [:]
    for command in CommandCatalog.all {
      for option in command.allOptions {
        guard let (name, type) = Self.key(of: option) else { continue }
        #expect(types[name, default: type] == type, "\(command.name): \(name)")
        types[name] = type
      }
    }
    #expect(types["--output"] == "OptionKey<Output>")
    #expect(types["from"] == "OptionKey<Optional<Side>>")
  }

  /// The name and the type of an option's key, nil for one that sets several values.
  private static func key(of option: any CommandOption) -> (name: String, type: String)? {
    let key = Mirror(reflecting: option).children.first { $0.label == "key" }?.value
    guard let key else { return nil }
    let name = Mirror(reflecting: key).children.first { $0.label == "name" }?.value as? String
    return name.map { ($0, "\(type(of: key))") }
  }

  @Test func sidesOfADifferenceAreKeptApart() throws {
    let arguments = try parse(
      "migrate", "diff", "--from-schema-datamodel", "a", "--to-config-datasource", "--output", "f")
    #expect(arguments[MigrateDiffOptions.from] == .schema(SystemPath("a")))
    #expect(arguments[MigrateDiffOptions.to] == .datasource(nil))
    #expect(arguments[.outputFile] == SystemPath("f"))
    #expect(arguments.output == .text)
    #expect(try parse("migrate", "diff", "--output", "json").output == .json)
    #expect(
      refusal("migrate", "diff", "--to-empty", "--to-url", "x")?.message
        == "`--to-…` is given twice")
  }

  @Test func namesTheOutputOfAGeneratorAside() throws {
    let arguments = try parse("init", "--output", "json")
    #expect(arguments.output == .text)
    #expect(arguments[.outputFile] == SystemPath("json"))
  }

  @Test func passesOnWhatStandsBehindDashes() throws {
    #expect(try parse("db", "seed", "--", "a", "--b").passedOn == ["a", "--b"])
    #expect(refusal("db", "seed", "a")?.message == "`db seed` takes no argument `a`")
    #expect(refusal("migrate", "reset", "a", "b") != nil)
  }
}
