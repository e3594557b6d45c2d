import Foundation
import Testing

@testable import PrismaLSP

@Suite struct InitCommandTests {
  private func names(in folder: TemporaryFolder) throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(
      atPath: folder.url.path(percentEncoded: false))
    return all.filter { $0 != "prisma" }.sorted()
  }

  @Test(arguments: [
    ("5", [".env", ".gitignore", "prisma/schema.prisma"]),
    ("6", [".env", ".gitignore", "prisma.config.ts", "prisma/schema.prisma"]),
    ("7", [".env", ".gitignore", "prisma/schema.prisma", "prisma7.config.ts"]),
  ])
  func `a project begins as its version expects`(version: String, files: [String]) async throws {
    let folder = try TemporaryFolder()
    let result = await folder.run("init", "--prisma-version", version, "--with-model")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try names(in: folder) == files)
    let schema = try folder.text("prisma/schema.prisma")
    #expect(schema.contains("url ") == (version != "7"))
    #expect(schema.contains("model User {"))
    #expect(try folder.text(".gitignore").contains("\n.env\n"))
    // What was written is valid, formatted, and found by the next command.
    let check = ["--prisma-version", version]
    #expect(await folder.run(words: ["validate"] + check).exitCode == 0)
    #expect(await folder.run(words: ["format", "--check"] + check).exitCode == 0)
  }

  @Test func `nothing is written over`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "prisma/other.txt")
    let taken = await folder.run("init")
    #expect(taken.exitCode == 1)
    #expect(taken.errors.contains("`prisma` is there already"))
    #expect(try names(in: folder) == ["prisma/other.txt"])
    let other = try TemporaryFolder()
    try other.write("export default {}\n", to: "prisma7.config.ts")
    #expect(await other.run("init", "--prisma-version", "7").exitCode == 1)
    #expect(try names(in: other) == ["prisma7.config.ts"])
  }

  @Test func `files of the project around stay, and get what is missing`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("mine\n", to: ".gitignore")
    try folder.write("OTHER=1", to: ".env")
    #expect(await folder.run("init", "--url", "postgresql://me:pa$s@host/db").exitCode == 0)
    #expect(try folder.text(".gitignore") == "mine\n")
    let environment = try folder.text(".env")
    #expect(environment.hasPrefix("OTHER=1\n\n#"))
    let variables = DotEnvironment.parse(Array(environment.utf8), process: { _ in nil })
    #expect(variables == ["OTHER": "1", "DATABASE_URL": "postgresql://me:pa$s@host/db"])
    let again = try TemporaryFolder()
    try again.write("DATABASE_URL=x\n", to: ".env")
    #expect(await again.run("init").exitCode == 0)
    #expect(try again.text(".env") == "DATABASE_URL=x\n")
  }

  @Test(arguments: [
    ("mysql", "mysql://"), ("sqlite", "file:"), ("sqlserver", "sqlserver://"),
    ("mongodb", "mongodb+srv://"), ("cockroachdb", "postgresql://"),
    ("postgresql", "postgresql://"),
  ])
  func `each provider has its URL, and a model that fits`(
    provider: String, start: String
  ) async throws {
    let folder = try TemporaryFolder()
    let arguments = ["init", "--datasource-provider", provider, "--with-model"]
    #expect(await folder.run(words: arguments + ["--prisma-version", "6"]).exitCode == 0)
    #expect(try folder.text(".env").contains("DATABASE_URL=\"\(start)"))
    let valid = await folder.run("validate", "prisma", "--prisma-version", "6")
    #expect(valid.exitCode == 0, "\(valid.output)")
  }

  @Test func `the generator is as it is asked for`() async throws {
    let folder = try TemporaryFolder()
    let result = await folder.run(
      "init", "--generator-provider", "prisma-client-py", "--output", "../a \"b\"",
      "--preview-feature", "views", "--preview-feature", "tracing", "--prisma-version", "5")
    #expect(result.exitCode == 0)
    let schema = try folder.text("prisma/schema.prisma")
    #expect(schema.contains("  provider        = \"prisma-client-py\"\n"))
    #expect(schema.contains("  output          = \"../a \\\"b\\\"\"\n"))
    #expect(schema.contains("  previewFeatures = [\"views\", \"tracing\"]\n"))
  }

  @Test func `what doesn't go together is refused`() async throws {
    let folder = try TemporaryFolder()
    for words in [
      ["--datasource-provider", "postgre"], ["--url", "http://x"],
      ["--url", "mysql://x/y", "--datasource-provider", "sqlite"], ["somewhere"],
    ] {
      #expect(await folder.run(words: ["init"] + words).exitCode == 1)
    }
    #expect(try names(in: folder).isEmpty)
    let url = ["--url", "postgresql://x/y", "--datasource-provider", "cockroachdb"]
    #expect(await folder.run(words: ["init"] + url).exitCode == 0)
  }

  @Test func `a project that can't be written leaves nothing`() async throws {
    let folder = try TemporaryFolder()
    // A folder in the place of a file, which is seen only when it is too late.
    try folder.write("", to: ".env/file")
    #expect(await folder.run("init").exitCode == 1)
    #expect(try names(in: folder) == [".env", ".env/file"])
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path.text)/prisma"))
  }
}
