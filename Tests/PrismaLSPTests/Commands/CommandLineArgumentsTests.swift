import Diagnostics
import SchemaModel
import Testing

@testable import PrismaLSP

@Suite struct CommandLineArgumentsTests {
  private func parse(
    _ words: String...
  ) throws(CommandLineArguments.UsageError) -> CommandLineArguments {
    try CommandLineArguments(parsing: words.map { SystemPath($0) })
  }

  /// The message and the help of a refusal.
  private func refusal(_ words: String...) -> (message: String, help: String)? {
    do throws(CommandLineArguments.UsageError) {
      _ = try CommandLineArguments(parsing: words.map { SystemPath($0) })
      return nil
    } catch {
      return (error.message, error.help ?? "")
    }
  }

  @Test func takesEachCommand() throws {
    for command in CommandLineArguments.Command.allCases {
      let words = command.rawValue.split(separator: " ").map { SystemPath(String($0)) }
      #expect(try CommandLineArguments(parsing: words).command == command)
    }
    #expect(try parse().command == .help)
    #expect(try parse("--stdio").command == .lsp)
    #expect(try parse("lsp", "--stdio", "--clientProcessId=12").command == .lsp)
    #expect(try parse("--stdio", "--clientProcessId", "12").command == .lsp)
    #expect(try parse("--version").command == .version)
    #expect(try parse("-v").command == .version)
    #expect(try parse("-h").command == .help)
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
    #expect(spaced == joined)
    #expect(spaced.output == .json)
    #expect(spaced.version == .six)
    #expect(spaced.color == .never)
    #expect(spaced.onlyChecks)
    #expect(spaced.config == SystemPath("x.ts"))
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
    #expect(try parse("db", "execute", "--stdin").readsStandardInput)
    #expect(refusal("migrate", "deploy", "--stdin")?.message.contains("no option") == true)
    #expect(refusal("db", "execute", "--stdin-filename", "a") != nil)
  }

  @Test func wantsACountOfAtLeastOne() throws {
    for words in [["--count", "-1"], ["--count=-1"], ["--count", "0"]] {
      #expect(throws: CommandLineArguments.UsageError.self) {
        try CommandLineArguments(parsing: (["migrate", "down"] + words).map { SystemPath($0) })
      }
    }
    #expect(refusal("migrate", "down", "--count", "-1")?.help == "it is a number of at least 1")
    #expect(refusal("migrate", "down", "--count", "-1")?.message.contains("`-1`") == true)
    #expect(try parse("migrate", "down", "--count", "2").workflow.count == 2)
  }

  @Test func ignoresCommonOptionsWhereTheyMeanNothing() throws {
    #expect(try parse("version", "--prisma-version", "7", "--color", "always").command == .version)
  }

  @Test func asksAboutACommand() throws {
    #expect(try parse("help", "validate").topic == "validate")
    #expect(try parse("validate", "--help").topic == "validate")
    #expect(try parse("format", "a", "-h").command == .help)
    #expect(try parse("help", "--help").topic == nil)
    #expect(try parse("rules", "duplicate-field").topic == "duplicate-field")
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
    #expect(refusal("validate", "-x") != nil)
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
    let names = CommandLineArguments.Command.allCases.map(\.rawValue)
    #expect(Suggestion.nearest(to: word, among: names) == expected)
  }

  @Test func suggestsNothingFarAway() {
    #expect(Suggestion.nearest(to: "migrate", among: ["validate", "format"]) == nil)
    #expect(Suggestion.nearest(to: "", among: ["validate"]) == nil)
    #expect(Suggestion.nearest(to: "x", among: []) == nil)
    #expect(Suggestion.nearest(to: String(repeating: "x", count: 100_000), among: ["x"]) == nil)
  }
}
