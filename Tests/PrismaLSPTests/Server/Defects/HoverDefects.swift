import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// What the official server has nothing to say about; each test is called as the scenario was.
@Suite(.timeLimit(.minutes(2))) struct HoverDefects {
  private static let schema = """
    datasource db {
      provider = "postgresql"
    }

    generator client {
      provider        = "prisma-client"
      previewFeatures = ["views"]
    }

    model User {
      id       Int    @id @default(autoincrement())
      written  Post[] @relation("author")
      reviewed Post[] @relation("reviewer")
    }

    model Post {
      id         Int    @id
      title      String @db.VarChar(80)
      authorId   Int
      author     User   @relation("author", fields: [authorId], references: [id])
      reviewerId Int
      reviewer   User   @relation("reviewer", fields: [reviewerId], references: [id])

      @@index([authorId, title(sort: Desc)])
    }

    """

  private func hover(_ line: Int, _ character: Int) async throws -> String? {
    let client = try await TestClient.started(
      ["textDocument": ["diagnostic": [:], "hover": ["contentFormat": ["markdown"]]]])
    await client.open("untitled:a", Self.schema)
    return try await client.request(
      "textDocument/hover",
      [
        "textDocument": ["uri": "untitled:a"],
        "position": ["line": .integer(line), "character": .integer(character)],
      ])["result"]?["contents"]?["value"]?.string
  }

  @Test func hover_named_relations() async throws {
    #expect(
      try await hover(11, 12)?.contains(
        "author User @relation(name: \"author\", fields: [authorId], references: [id])") == true)
    #expect(
      try await hover(12, 12)?.contains(
        "reviewer User @relation(name: \"reviewer\", fields: [reviewerId], references: [id])")
        == true)
    for (what, line, character) in [
      ("attribute", 10, 19), ("scalar", 10, 12), ("function", 10, 33), ("argument", 19, 42),
      ("native type", 17, 25), ("config key", 5, 4), ("preview feature", 6, 24),
      ("list member", 19, 52), ("reference", 19, 75), ("index entry", 23, 12),
      ("index argument", 23, 28), ("index value", 23, 34), ("datasource", 0, 12),
      ("keyword", 9, 2), ("relation name", 11, 30),
    ] {
      #expect(try await hover(line, character) != nil, "\(what)")
    }
  }
}
