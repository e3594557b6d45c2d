import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// Files that the official server takes for one schema, or for the wrong one; each test is called as the
/// scenario was.
@Suite(.timeLimit(.minutes(2))) struct ProjectDefects {
  private static let schema = datasource + "model A {\n  id Int @id\n}\n"

  /// The diagnostics of files of a folder, each opened in turn.
  private func diagnostics(
    _ files: [String: String], open: [String]
  ) async throws -> [[String]] {
    let folder = try TestFolder(files)
    let client = try await TestClient.started(pulling, folders: [folder.path])
    for name in open { await client.open(folder.uri(name), files[name] ?? "") }
    var found: [[String]] = []
    for name in open { found.append(try await client.pull(folder.uri(name))) }
    return found
  }

  @Test func sibling_schemas_merged() async throws {
    let copies = [
      "schema.prisma": Self.schema, "old/copy.prisma": Self.schema,
      "node_modules/.prisma/client/schema.prisma": Self.schema,
    ]
    #expect(
      try await diagnostics(copies, open: ["schema.prisma", "old/copy.prisma"]) == [[], []])
    #expect(
      try await diagnostics(
        ["schema.prisma": Self.schema, "second.prisma": Self.schema],
        open: ["schema.prisma", "second.prisma"]) == [[], []])
  }

  @Test func directory_named_like_schema() async throws {
    #expect(
      try await diagnostics(
        ["x.prisma/readme.txt": "", "one/a.prisma": Self.schema, "three/b.prisma": Self.schema],
        open: ["one/a.prisma", "three/b.prisma"]) == [[], []])
  }

  /// The config file would write a file if it were run. It also names another schema than the one that is
  /// open, which is served all the same.
  @Test func config_is_executed() async throws {
    let folder = try TestFolder(["schema.prisma": Self.schema, "db/other.prisma": Self.schema])
    try folder.write(
      "prisma.config.ts",
      """
      import { writeFileSync } from 'node:fs'
      writeFileSync('\(folder["ran"])', '')
      export default { schema: 'db/other.prisma' }
      """)
    let client = try await TestClient.started(pulling, folders: [folder.path])
    let uri = folder.uri("schema.prisma")
    await client.open(uri, Self.schema)
    for _ in 0..<3 {
      await client.change(uri, (5, 12), (5, 12), " ")
      #expect(try await client.pull(uri) == [])
      let answers = try await client.askAll(uri, 4, 7)
      #expect(answers["hover"]?["result"]?["contents"] != nil)
      #expect(answers["completion"]?["error"] == nil)
    }
    #expect(!Files.isFile(folder["ran"]))
  }

  @Test func code_lens_of_opt_out() async throws {
    let folder = try TestFolder([
      "a.prisma": "// use prisma-8\nnonsense {\n}\n",
      "b.prisma": datasource + "model B {\n  id Int @id\n  id Int\n}\n",
    ])
    let client = try await TestClient.started(folders: [folder.path])
    let (silent, other) = (folder.uri("a.prisma"), folder.uri("b.prisma"))
    await client.open(silent, "// use prisma-8\nnonsense {\n}\n")
    #expect(try await client.published(silent)["diagnostics"] == [])
    await client.open(other, datasource + "model B {\n  id Int @id\n  id Int\n}\n")
    #expect(try await places(client.published(other)["diagnostics"]) == ["6:2 duplicate-field"])
    let version = await client.change(other, (6, 2), (6, 4), "x")
    #expect(try await client.published(other, version: version)["diagnostics"] == [])
    #expect(
      await client.received("textDocument/publishDiagnostics").allSatisfy {
        $0["params"]?["uri"]?.string != silent
      })
    #expect(try await client.askAll(silent, 1, 2)["hover"]?["result"] == .null)
  }
}
