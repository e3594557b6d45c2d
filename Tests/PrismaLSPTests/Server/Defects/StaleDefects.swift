import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// Diagnostics that the official server leaves standing, or that belong to nothing; each test is called as
/// the scenario was.
@Suite(.timeLimit(.minutes(2))) struct StaleDefects {
  private static let twice = datasource + "model A {\n  id Int @id\n  id Int\n}\n"

  @Test func close_keeps_diagnostics() async throws {
    let folder = try TestFolder(["schema.prisma": Self.twice])
    let client = try await TestClient.started(folders: [folder.path])
    let uri = folder.uri("schema.prisma")
    await client.open(uri, Self.twice)
    #expect(try await places(client.published(uri)["diagnostics"]).count == 1)
    await client.closeDocument(uri)
    #expect(try await client.published(uri)["diagnostics"] == [])
  }

  /// The deleted file's errors go, and those that it leaves in others come.
  @Test func delete_file_keeps_diagnostics() async throws {
    let user = "model B {\n  id Int @id\n  a A\n}\n"
    let folder = try TestFolder([
      "schema.prisma": datasource,
      "a.prisma": "model A {\n  id Int @id\n  b B[]\n  nonsense\n}\n", "b.prisma": user,
    ])
    let client = try await TestClient.started(folders: [folder.path])
    let (deleted, open) = (folder.uri("a.prisma"), folder.uri("b.prisma"))
    await client.open(open, user)
    #expect(
      try await places(client.published(deleted)["diagnostics"]) == ["3:2 field-missing-type"])
    let before = try await client.published(open)["diagnostics"]
    try folder.remove("a.prisma")
    await client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(deleted), "type": 3]]])
    #expect(try await client.published(deleted)["diagnostics"] == [])
    let after = try await client.published(open)["diagnostics"]
    #expect(before != after)
    #expect(places(after) == ["2:4 type-not-found"])
  }

  @Test func watched_change_not_revalidated() async throws {
    let folder = try TestFolder([
      "schema.prisma": datasource, "b.prisma": "model B {\n  id Int @id\n}\n",
    ])
    let client = try await TestClient.started(folders: [folder.path])
    let uri = folder.uri("schema.prisma")
    await client.open(uri, datasource + "model A {\n  id Int @id\n}\n")
    #expect(try await client.published(uri)["diagnostics"] == [])
    try folder.write("b.prisma", "model A {\n  id Int @id\n  more Int\n}\n")
    await client.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(folder.uri("b.prisma")), "type": 2]]])
    // The file comes before `schema.prisma`, so that one's model is the second.
    #expect(try await places(client.published(uri)["diagnostics"]).count == 1)
  }

  @Test func publish_has_no_version() async throws {
    let client = try await TestClient.started()
    await client.open("untitled:a", Self.twice, version: 7)
    #expect(try await client.published("untitled:a")["version"] == 7)
    let version = await client.change("untitled:a", (6, 2), (6, 4), "b")
    #expect(try await client.published("untitled:a", version: version)["version"] == 8)
  }

  @Test func burst_of_changes() async throws {
    let client = try await TestClient.started()
    await client.open("untitled:a", Self.twice)
    var version = 1
    for _ in 0..<20 {
      await client.change("untitled:a", (6, 2), (6, 2), "x")
      version = await client.change("untitled:a", (6, 2), (6, 3), "")
    }
    var last = try await client.published("untitled:a")
    var versions = [last["version"]?.integer ?? 0]
    while versions.last != version {
      last = try await client.published("untitled:a")
      versions.append(last["version"]?.integer ?? 0)
    }
    #expect(versions == versions.sorted())
    #expect(places(last["diagnostics"]) == ["6:2 duplicate-field"])
  }

  /// Only attributes fade what they stand on, not words in comments and strings.
  @Test func ignore_text_in_comment() async throws {
    let text =
      datasource + """
        model A {
          id Int    @id // not @ignore
          /// nor @@ignore
          s  String @default("@ignore @@ignore")
          t  String @ignore
        }

        """
    let client = try await TestClient.started(
      ["textDocument": ["publishDiagnostics": ["tagSupport": ["valueSet": [1, 2]]]]])
    await client.open("untitled:a", text)
    let items = try await client.published("untitled:a")["diagnostics"]?.array ?? []
    let faded = items.filter { $0["tags"] == [1] }
    #expect(faded.map { $0["range"]?["start"]?["line"] } == [8])
  }
}
