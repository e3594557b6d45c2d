import LanguageServerProtocol
import SchemaIDE
import Testing

@testable import PrismaLSP

@Suite(.timeLimit(.minutes(2))) struct HoverTests {
  private static let schema = "model User {\n  id Int @id\n}\n"

  private func hover(
    _ text: String, _ line: Int, _ character: Int, formats: JSONValue = ["markdown", "plaintext"],
    uri: String = "untitled:a"
  ) async throws -> JSONValue? {
    let client = try await TestClient.started([
      "textDocument": ["diagnostic": [:], "hover": ["contentFormat": formats]]
    ])
    await client.open(uri, text)
    return try await client.request(
      "textDocument/hover",
      [
        "textDocument": ["uri": .string(uri)],
        "position": ["line": .integer(line), "character": .integer(character)],
      ])["result"]
  }

  @Test func `a hover has a range`() async throws {
    let hover = try await hover(Self.schema, 1, 10)
    #expect(hover?["contents"]?["kind"] == "markdown")
    #expect(hover?["contents"]?["value"]?.string?.hasPrefix("```prisma\n@id\n```") == true)
    #expect(
      hover?["range"] == [
        "start": ["line": 1, "character": 9], "end": ["line": 1, "character": 12],
      ])
  }

  @Test func `where there is nothing to say the answer is null`() async throws {
    #expect(try await hover(Self.schema, 0, 12) == .null)
    #expect(try await hover(Self.schema, 99, 99) == .null)
  }

  @Test func `a client that can't show Markdown gets plain text`() async throws {
    for formats: JSONValue in [["plaintext"], ["plaintext", "markdown"], []] {
      let hover = try await hover(Self.schema, 1, 10, formats: formats)
      #expect(hover?["contents"]?["kind"] == "plaintext")
      let text = try #require(hover?["contents"]?["value"]?.string)
      #expect(text.hasPrefix("@id\n\nMakes the field the primary key"))
      #expect(!text.contains("`"))
    }
  }

  @Test func `a variable is found in the .env files of the project`() async throws {
    let folder = try TestFolder([
      "package.json": "{}", ".env": "OUTPUT=secret-place\n", "prisma/schema.prisma": "",
    ])
    let text = "generator x {\n  provider = \"y\"\n  output = env(\"OUTPUT\")\n}\n"
    let uri = DocumentURI(path: folder.path + "/prisma/schema.prisma").string
    let hover = try await hover(text, 2, 18, uri: uri)
    let markdown = try #require(hover?["contents"]?["value"]?.string)
    #expect(markdown.contains("`OUTPUT` is set in `.env`"))
    #expect(!markdown.contains("secret"))
  }
}

@Suite struct EnvironmentVariablesTests {
  @Test func `the files around a schema count, up to the root of its project`() throws {
    let folder = try TestFolder([
      ".env": "OUTER=1\n", "app/package.json": "{}", "app/.env": "A=1\nB=2\n",
      "app/prisma/.env": "B=3\nC=4\n", "app/prisma/schema.prisma": "",
    ])
    let variables = EnvironmentVariables(ofProjectAround: folder.path + "/app/prisma") {
      $0 == "PROCESS"
    }
    #expect(variables.namesInFiles == ["B", "C", "A"])
    #expect(variables.source(of: "A") == .file(".env"))
    #expect(variables.source(of: "B") == .file("prisma/.env"))
    #expect(variables.source(of: "OUTER") == nil)
    #expect(variables.source(of: "PROCESS") == .process)
  }

  @Test func `without a project the folder and the one around it count`() throws {
    let folder = try TestFolder([
      ".env": "FAR=1\n", "a/.env": "NEAR=1\n", "a/prisma/schema.prisma": "",
    ])
    let variables = EnvironmentVariables(ofProjectAround: folder.path + "/a/prisma") { _ in false }
    #expect(variables.namesInFiles == ["NEAR"])
  }
}
