import Foundation
import LanguageServerProtocol
import Testing

@testable import PrismaLSP

/// What the official server gets wrong about renaming; each test is called as the scenario was.
@Suite(.timeLimit(.minutes(2))) struct RenameDefects {
  /// The files after a renaming at the place marked `<|>`, or why it is refused.
  private func renamed(_ files: [String: String], to name: String) async throws -> [String: String]
  {
    let folder = try TestFolder(files.mapValues { $0.replacing("<|>", with: "") })
    let client = try await TestClient.started(pulling, folders: [folder.path])
    let (file, marked) = try #require(files.first { $0.value.contains("<|>") })
    await client.open(folder.uri(file), marked.replacing("<|>", with: ""))
    let before = marked.split(separator: "<|>", omittingEmptySubsequences: false)[0]
      .split(separator: "\n", omittingEmptySubsequences: false)
    let answer = try await client.request(
      "textDocument/rename",
      [
        "textDocument": ["uri": .string(folder.uri(file))], "newName": .string(name),
        "position": [
          "line": .integer(before.count - 1),
          "character": .integer(before.last?.utf16.count ?? 0),
        ],
      ])
    if let message = answer["error"]?["message"]?.string { return ["error": message] }
    var result: [String: String] = [:]
    for (file, text) in files {
      let edits = answer["result"]?["changes"]?[folder.uri(file)]?.array ?? []
      result[file] = edits.applied(to: text.replacing("<|>", with: ""))
    }
    return result
  }

  private func renamed(_ text: String, to name: String) async throws -> String {
    let files = try await renamed(["schema.prisma": text], to: name)
    return files["schema.prisma"] ?? files["error"] ?? ""
  }

  private static let schema =
    datasource + """
      model User {
        id   Int    @id
        role Role   @default(GUEST)
        name String // the name
        a1   Int
        a11  Int
        tags Tag[]
        total Total?
        @@index([name(sort: Desc)])
        @@unique(fields : [ a1 , a11 ])
      }

      model Tag {
        id    Int    @id
        users User[]
      }

      view Total {
        id   Int  @unique
        user User @relation(fields: [id], references: [id])
      }

      enum Role {
        GUEST // a guest
      }

      """

  @Test func rename_cases() async throws {
    /// The lines that a renaming changes, afterwards.
    func lines(at place: String, to name: String) async throws -> [String] {
      let text = try await renamed(
        Self.schema.replacing(place.replacing("<|>", with: ""), with: place), to: name)
      let old = Set(Self.schema.split(separator: "\n"))
      return text.split(separator: "\n").filter { !old.contains($0) }.map(String.init)
    }
    // An enum-typed field keeps its column.
    #expect(
      try await lines(at: "  ro<|>le Role", to: "zed")
        == ["  zed Role   @default(GUEST) @map(\"role\")"])
    // The map stands before the comment; entries with arguments follow.
    #expect(
      try await lines(at: "  na<|>me String", to: "zed") == [
        "  zed String @map(\"name\") // the name", "  @@index([zed(sort: Desc)])",
      ])
    // Names that begin alike, and lists in another layout.
    #expect(
      try await lines(at: "  a1<|>   Int", to: "zed") == [
        "  zed   Int @map(\"a1\")", "  @@unique(fields : [ zed , a11 ])",
      ])
    #expect(
      try await lines(at: "  GU<|>EST //", to: "zed") == [
        "  role Role   @default(zed)", "  zed @map(\"GUEST\") // a guest",
      ])
    // Uses are as good as definitions.
    let role = ["  role Kind   @default(GUEST)", "enum Kind {", "  @@map(\"Role\")"]
    #expect(try await lines(at: "role Ro<|>le", to: "Kind") == role)
    #expect(try await lines(at: "enum Ro<|>le", to: "Kind") == role)
    #expect(
      try await lines(at: "@default(GUEST<|>)", to: "zed").count == 2)
    #expect(try await lines(at: "([na<|>me(", to: "zed").count == 2)
    #expect(try await lines(at: "references: [i<|>d]", to: "zed").count == 2)
    #expect(
      try await lines(at: "total To<|>tal?", to: "Sum")
        == ["  total Sum?", "view Sum {", "  @@map(\"Total\")"])
    // A relation field has no column.
    #expect(try await lines(at: "  to<|>tal Total?", to: "sum") == ["  sum Total?"])
    // The join table of an implicit many-to-many relation keeps its name.
    #expect(
      try await lines(at: "model Ta<|>g", to: "Label") == [
        "  tags Label[] @relation(\"TagToUser\")", "model Label {",
        "  users User[] @relation(\"TagToUser\")", "  @@map(\"Tag\")",
      ])
    #expect(
      try await renamed(Self.schema.replacing("model Tag", with: "model Ta<|>g"), to: "Zed")
        .contains("Swap the columns"))
    // Invalid, taken and empty names are refused.
    for name in ["1 bad name", "a1", ""] {
      let answer = try await renamed(
        Self.schema.replacing("  a11  Int", with: "  a1<|>1  Int"), to: name)
      #expect(!answer.contains("model User {"), "\(name)")
    }
  }

  @Test func rename_multi_file() async throws {
    let files = [
      "prisma/a.prisma": datasource + "model User {\n  id    Int    @id\n  posts Post[]\n}\n",
      "prisma/b.prisma":
        "model Post {\n  id     Int  @id\n  userId Int\n  user   User @relation(fields: [userId], references: [id])\n}\n",
    ]
    let answer = try await renamed(
      [
        "prisma/a.prisma": files["prisma/a.prisma"] ?? "",
        "prisma/b.prisma": (files["prisma/b.prisma"] ?? "").replacing("User @", with: "Us<|>er @"),
      ], to: "Person")
    #expect(
      answer["prisma/a.prisma"] == datasource
        + "model Person {\n  id    Int    @id\n  posts Post[]\n\n  @@map(\"User\")\n}\n")
    #expect(
      answer["prisma/b.prisma"]
        == (files["prisma/b.prisma"] ?? "").replacing("User @", with: "Person @"))
  }

  @Test func rename_multi_file_same_names() async throws {
    let answer = try await renamed(
      [
        "prisma/a.prisma": datasource
          + "model User {\n  id Int @id\n  email String\n  @@index([email])\n}\n",
        "prisma/b.prisma":
          "model Post {\n  id Int @id\n\n\n\n  // x\n  em<|>ail String\n\n  @@index([email])\n}\n",
      ], to: "mail")
    #expect(
      answer["prisma/b.prisma"]
        == "model Post {\n  id Int @id\n\n\n\n  // x\n  mail String @map(\"email\")\n\n  @@index([mail])\n}\n"
    )
    #expect(answer["prisma/a.prisma"]?.contains("mail String\n  @@index([email])") == true)
  }

  @Test func rename_last_line_without_newline() async throws {
    #expect(
      try await renamed("model A {\n  id Int @id\n}\n\nmodel <|>B {\n  id Int @id\n}", to: "C")
        == "model A {\n  id Int @id\n}\n\nmodel C {\n  id Int @id\n\n  @@map(\"B\")\n}")
  }

  @Test func json_default_field_is_symbol() async throws {
    #expect(
      try await renamed(
        "model Task {\n  id Int @id\n  model Json @default(\"{}\")\n  <|>z Int\n  @@index([z])\n}\n",
        to: "q")
        == "model Task {\n  id Int @id\n  model Json @default(\"{}\")\n  q Int @map(\"z\")\n  @@index([q])\n}\n"
    )
  }

  @Test func unicode_offsets() async throws {
    #expect(
      try await renamed(
        "/// 👍\nmodel Größ<|>e { // 👍\n  id Int @id\n  a String @default(\"👍\")\n}\nmodel B {\n  id Int @id\n  x Größe[]\n}\n",
        to: "名前")
        == "/// 👍\nmodel 名前 { // 👍\n  id Int @id\n  a String @default(\"👍\")\n\n  @@map(\"Größe\")\n}\nmodel B {\n  id Int @id\n  x 名前[]\n}\n"
    )
  }

  @Test func `comments and strings are left alone`() async throws {
    let schema =
      "model A {\n  id Int @id\n  kind Kind @map(\"Kind\") // Kind\n}\n\n// Kind\nenum Kind {\n  X // Ki<|>nd\n}\n"
    #expect(try await renamed(schema, to: "Z") == schema.replacing("<|>", with: ""))
    #expect(
      try await renamed(
        schema.replacing("<|>", with: "").replacing("enum Kind", with: "enum <|>Kind"), to: "Z")
        == "model A {\n  id Int @id\n  kind Z @map(\"Kind\") // Kind\n}\n\n// Kind\nenum Z {\n  X // Kind\n\n  @@map(\"Kind\")\n}\n"
    )
  }
}
