import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

@Suite struct CompletionsCommandTests {
  /// Runs a program with a script on its standard input; nil when it can't be started.
  private static func run(
    _ words: [String], input: String = "", in folder: URL? = nil
  ) -> (exitCode: Int32, output: String)? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    let standardInput = Pipe()
    let standardOutput = Pipe()
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    standardInput.fileHandleForWriting.write(Data(input.utf8))
    standardInput.fileHandleForWriting.closeFile()
    let output = standardOutput.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static let hasZsh = run(["zsh", "--version"])?.exitCode == 0
  private static let hasFish = run(["fish", "--version"])?.exitCode == 0

  private func script(_ shell: String) throws -> String {
    let folder = try TemporaryFolder()
    let result = folder.run(words: ["completions", shell])
    try #require(result.exitCode == 0)
    return result.output
  }

  /// What bash offers for the last of these words.
  private func offers(_ words: String...) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write("", to: "schema.prisma")
    try folder.write("", to: "a folder/x.prisma")
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let question = """
      COMP_WORDS=(prisma-lsp \(quoted)); COMP_CWORD=\(words.count)
      _prisma_lsp
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let asked = Self.run(
      ["bash", "--norc"], input: try script("bash") + question, in: folder.url)
    let result = try #require(asked)
    try #require(result.exitCode == 0)
    return result.output.split(separator: "\n").map(String.init).sorted()
  }

  @Test func `bash completes commands`() throws {
    let all = try offers("")
    #expect(all.contains("validate") && all.contains("migrate") && all.contains("db"))
    #expect(all.filter { $0 == "migrate" }.count == 1)
    #expect(try offers("val") == ["validate"])
    #expect(try offers("migrate", "de") == ["deploy", "dev"])
    #expect(try offers("db", "s") == ["seed"])
  }

  @Test func `bash completes options and their values`() throws {
    #expect(try offers("format", "--che") == ["--check"])
    #expect(try offers("migrate", "diff", "--scr") == ["--script"])
    #expect(try offers("generate", "--gen") == ["--generator"])
    #expect(try offers("validate", "--output", "") == ["github", "json", "sarif", "text"])
    #expect(try offers("migrate", "lint", "--output", "s") == ["sarif"])
    #expect(try offers("generate", "--output", "j") == ["json"])
    #expect(try offers("help", "mi") == ["migrate"])
    #expect(try offers("completions", "z") == ["zsh"])
    #expect(try offers("init", "--datasource-provider", "my") == ["mysql"])
  }

  @Test func `bash completes paths`() throws {
    #expect(try offers("validate", "sch") == ["schema.prisma"])
    #expect(try offers("validate", "a ") == ["a folder"])
    #expect(try offers("migrate", "diff", "--from-schema", "sch") == ["schema.prisma"])
  }

  @Test(.enabled(if: hasZsh, "needs zsh"))
  func `zsh takes its script`() throws {
    let script = try script("zsh")
    #expect(script.hasPrefix("#compdef prisma-lsp\n"))
    #expect(Self.run(["zsh", "-n"], input: script)?.exitCode == 0)
    // `compadd` and `compdef` belong to the completion system; here they tell what they are given.
    let question = """
      compdef() { : }
      compadd() { print -l -- "${@:2}" }
      \(script)
      words=(prisma-lsp migrate re); CURRENT=3; _prisma_lsp
      words=(prisma-lsp format --color ''); CURRENT=4; _prisma_lsp
      """
    let result = try #require(Self.run(["zsh", "-f"], input: question))
    #expect(
      result.output.split(separator: "\n")
        == [
          "diff", "lint", "dev", "deploy", "status", "resolve", "down", "reset", "auto", "always",
          "never",
        ])
  }

  @Test(.enabled(if: hasFish, "needs fish"))
  func `fish completes commands and options`() throws {
    let question = """

      complete -C 'prisma-lsp migrate de'
      complete -C 'prisma-lsp migrate diff --scr'
      complete -C 'prisma-lsp validate --output j'
      """
    let result = try #require(
      Self.run(["fish", "--no-config"], input: try script("fish") + question))
    let words = result.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    #expect(words.sorted() == ["--script", "deploy", "dev", "json"])
  }

  @Test func `other shells are refused`() throws {
    let folder = try TemporaryFolder()
    #expect(folder.run(words: ["completions", "tcsh"]).errors.contains("shell `tcsh`"))
    #expect(folder.run(words: ["completions"]).exitCode == 1)
  }
}
