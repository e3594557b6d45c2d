import Foundation
import Testing

@testable import PrismaLSP

@Suite struct ValidateCommandTests {
  private static let valid = "model A {\n  id Int @id\n}\n"
  private static let invalid = "model A {\n  id   Int @id\n  name Strin\n}\n"

  /// What JSON says.
  private func object(_ text: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(value as? [String: Any])
  }

  private func codes(_ object: [String: Any]) -> [String] {
    (object["diagnostics"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
  }

  @Test func saysThatASchemaIsValid() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.valid, to: "schema.prisma")
    let result = folder.run("validate", "schema.prisma")
    #expect(result.exitCode == 0)
    #expect(result.output == "The schema at schema.prisma is valid\n")
    #expect(result.errors == "")
  }

  @Test func showsTheLine() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.invalid, to: "prisma/schema.prisma")
    let result = folder.run("validate", "prisma/schema.prisma")
    #expect(result.exitCode == 1)
    #expect(
      result.output.hasPrefix(
        """
        error[type-not-found]: type `Strin` of field `name` is neither built in nor declared
         --> prisma/schema.prisma:3:8
          |
        3 |   name Strin
          |        ^^^^^

        """))
    #expect(
      result.output.hasSuffix(
        "\n\nThe schema at prisma/schema.prisma is not valid: 1 error (P1012)\n"))
    let coloured = folder.run("validate", "prisma/schema.prisma", "--color", "always")
    #expect(coloured.output.contains("\u{1B}[1;31merror[type-not-found]\u{1B}[0m"))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func writesTheDocumentOfTheContract() throws {
    let folder = try TemporaryFolder()
    let text = "// ü𝄞\nmodel A {\n  id   Int @id // 日本\n  id   Int\n}\n"
    try folder.write(text, to: "deep/schema.prisma")
    let result = folder.run("validate", "deep/schema.prisma", "--output", "json")
    #expect(result.exitCode == 1)
    #expect(result.errors == "")
    let object = try object(result.output)
    #expect(object["prismaVersion"] as? String == "7")
    #expect(object["files"] as? [String] == ["schema.prisma"])
    #expect(codes(object) == ["duplicate-field"])
    let finding = try #require((object["diagnostics"] as? [[String: Any]])?.first)
    #expect(finding["file"] as? String == "schema.prisma")
    #expect(finding["severity"] as? String == "error")
    #expect(finding["gated"] as? Bool == false)
    let start = try #require(finding["start"] as? [String: Int])
    let offset = try #require(text.utf8.firstRange(of: "id   Int\n".utf8))
    #expect(
      start == [
        "offset": text.utf8.distance(from: text.startIndex, to: offset.lowerBound), "line": 3,
        "character": 2,
      ])
    let related = try #require(finding["related"] as? [[String: Any]])
    #expect((related.first?["start"] as? [String: Int])?["line"] == 2)
    #expect(related.first?["message"] is String)
  }

  @Test func takesAFolderForOneSchema() throws {
    let folder = try TemporaryFolder()
    try folder.write("model B {\n  id Int @id\n  a A[]\n}\n", to: "s/b.prisma")
    try folder.write(
      "model A {\n  id Int @id\n  b B @relation(fields: [bId], references: [id])\n  bId Int\n}\n",
      to: "s/sub/a.prisma")
    try folder.write("model Z {}", to: "s/notes.txt")
    try folder.write("model Z {}", to: "s/node_modules/x/z.prisma")
    try folder.write(Self.valid, to: "s/B.prisma/inner.txt")
    let result = folder.run("validate", "s", "--output", "json")
    #expect(result.exitCode == 0, "\(result.output)")
    let object = try object(result.output)
    #expect(object["files"] as? [String] == ["b.prisma", "sub/a.prisma"])
    #expect(folder.run("validate", "s/").output == "The schema at s/ (2 files) is valid\n")
  }

  @Test func ordersFilesByTheirBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["a/x", "a-b", "a.b", "Z", "ü", "z"] {
      try folder.write("", to: "s/\(name).prisma")
    }
    let object = try object(folder.run("validate", "s", "--output", "json").output)
    #expect(
      object["files"] as? [String]
        == ["Z.prisma", "a-b.prisma", "a.b.prisma", "a/x.prisma", "z.prisma", "ü.prisma"])
  }

  @Test func keepsSeveralSchemasApart() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.valid, to: "one.prisma")
    try folder.write(Self.invalid, to: "two.prisma")
    let result = folder.run("validate", "one.prisma", "two.prisma", "gone", "--output", "json")
    #expect(result.exitCode == 1)
    let schemas = try #require(try object(result.output)["schemas"] as? [[String: Any]])
    #expect(schemas.map { $0["path"] as? String } == ["one.prisma", "two.prisma", "gone"])
    #expect(codes(schemas[0]) == [])
    #expect(codes(schemas[1]) == ["type-not-found"])
    #expect((schemas[2]["error"] as? [String: Any])?["message"] is String)
    let text = folder.run("validate", "one.prisma", "gone")
    #expect(text.exitCode == 1)
    #expect(text.output == "The schema at one.prisma is valid\n")
    #expect(text.errors == "error: there is no file or folder `gone`\n")
  }

  @Test func readsStandardInput() throws {
    let folder = try TemporaryFolder()
    let result = folder.run(
      "validate", "--stdin", "--stdin-filename", "prisma/x.prisma", "--output", "json",
      input: Self.invalid)
    #expect(result.exitCode == 1)
    let object = try object(result.output)
    #expect(object["files"] as? [String] == ["x.prisma"])
    #expect(codes(object) == ["type-not-found"])
    #expect(
      folder.run("validate", "--stdin", input: "").output
        == "The schema at schema.prisma is valid\n")
    let text = folder.run(
      "validate", "--stdin", "--stdin-filename", "a/b.prisma", input: Self.invalid)
    #expect(text.output.contains("--> a/b.prisma:3:8"))
  }

  @Test func leavesOtherDialectsAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("// use prisma-next\nmodel ! nonsense\n", to: "s/next.prisma")
    try folder.write(Self.valid, to: "s/a.prisma")
    let result = folder.run("validate", "s", "--output", "json")
    #expect(result.exitCode == 0)
    #expect(try object(result.output)["files"] as? [String] == ["a.prisma"])
    let alone = folder.run("validate", "s/next.prisma")
    #expect(alone.exitCode == 0)
    #expect(alone.output.contains("left alone"))
    #expect(folder.run("validate", "--stdin", input: "// use prisma-8\nmodel !").exitCode == 0)
    #expect(folder.run("validate", "--stdin", input: "// use prisma-80\nmodel !").exitCode == 1)
  }

  @Test func asksForTheVersionItIsWrittenFor() throws {
    let folder = try TemporaryFolder()
    let schema = """
      datasource db {
        provider = "postgresql"
        url      = env("DATABASE_URL")
      }

      """
    try folder.write(schema, to: "six.prisma")
    let six = try object(folder.run("validate", "six.prisma", "--output", "json").output)
    #expect(six["prismaVersion"] as? String == "6")
    #expect(codes(six) == [])
    let seven = try object(
      folder.run("validate", "six.prisma", "--output", "json", "--prisma-version", "7").output)
    #expect(codes(seven) == ["datasource-url-removed"])
    try folder.write(#"{"devDependencies":{"prisma":"^7.1.0"}}"#, to: "package.json")
    let found = try object(folder.run("validate", "six.prisma", "--output", "json").output)
    #expect(found["prismaVersion"] as? String == "7")
    let input = try object(
      folder.run("validate", "--stdin", "--output", "json", input: schema).output)
    #expect(input["prismaVersion"] as? String == "7")
  }

  @Test func findsTheSchema() throws {
    let folder = try TemporaryFolder()
    let none = folder.run("validate")
    #expect(none.exitCode == 1)
    #expect(none.errors.contains("`schema.prisma`, `prisma/schema.prisma`"))
    let json = folder.run("validate", "--output", "json")
    #expect(json.errors == "")
    let error = try #require(try object(json.output)["error"] as? [String: Any])
    #expect(error["code"] is NSNull)
    try folder.write(Self.valid, to: "prisma/schema/a.prisma")
    #expect(folder.run("validate").errors.contains("`prisma/schema`"))
    try folder.write(Self.valid, to: "prisma/schema.prisma")
    #expect(folder.run("validate").output == "The schema at prisma/schema.prisma is valid\n")
    try folder.write(#"{"prisma":{"schema":"db/own.prisma"}}"#, to: "package.json")
    #expect(folder.run("validate").errors.contains("db/own.prisma"))
    try folder.write(Self.valid, to: "db/own.prisma")
    #expect(folder.run("validate").output == "The schema at db/own.prisma is valid\n")
    let config = folder.run("validate", "--config", "nowhere.ts")
    #expect(config.exitCode == 1)
    #expect(config.errors.contains("nowhere.ts"))
  }

  @Test func looksAtTheURLOfASchemaThatIsFound() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      datasource db {
        provider = "postgresql"
        url      = env("DATABASE_URL")
      }

      """, to: "prisma/schema.prisma")
    let unset = folder.run("validate")
    #expect(unset.exitCode == 1)
    #expect(unset.errors.contains("error[P1012]: the variable `DATABASE_URL`"))
    let json = try object(folder.run("validate", "--output", "json").output)
    #expect((json["error"] as? [String: Any])?["code"] as? String == "P1012")
    #expect(codes(json) == [])
    let secret = "mysql://u:secret@localhost/x"
    let wrong = folder.run("validate", variables: ["DATABASE_URL": secret])
    #expect(wrong.exitCode == 1)
    #expect(!(wrong.output + wrong.errors).contains("secret"))
    #expect(folder.run("validate", variables: ["DATABASE_URL": ""]).exitCode == 1)
    #expect(folder.run("validate", variables: ["DATABASE_URL": "postgres://x"]).exitCode == 0)
    // A path that is named is judged by its text alone.
    #expect(folder.run("validate", "prisma/schema.prisma").exitCode == 0)
    #expect(folder.run("validate", "--prisma-version", "7").errors == "")
    try folder.write(
      "HOST=h\nDATABASE_URL=\"postgresql://${HOST}/x\" # comment\n", to: "prisma/.env")
    #expect(folder.run("validate").exitCode == 0)
    try folder.write("export default {}\n", to: "prisma.config.ts")
    #expect(folder.run("validate").exitCode == 1)
    try folder.write("import \"dotenv/config\"\nexport default {}\n", to: "prisma.config.ts")
    try folder.write("DATABASE_URL=postgresql://x\n", to: ".env")
    #expect(folder.run("validate").exitCode == 0)
  }

  @Test func survivesOddFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.valid, to: "s/a.prisma")
    try folder.link("s/loop", to: ".")
    try folder.link("s/gone.prisma", to: "nowhere")
    try folder.link("s/linked.prisma", to: "../other.txt")
    try folder.write("model L {\n  id Int @id\n}\n", to: "other.txt")
    let result = folder.run("validate", "s", "--output", "json")
    #expect(result.exitCode == 0, "\(result.output)")
    #expect(try object(result.output)["files"] as? [String] == ["a.prisma", "linked.prisma"])
    try folder.link("self", to: "self")
    let circle = folder.run("validate", "self")
    #expect(circle.exitCode == 1)
    #expect(circle.errors.contains("circle"))
    try folder.write("", to: "empty/readme.md")
    #expect(folder.run("validate", "empty").errors.contains("holds no `.prisma` file"))
    #expect(folder.run("validate", "other.txt/x").exitCode == 1)
    let long = String(repeating: "x", count: 5000)
    #expect(folder.run("validate", long).errors.contains("too long"))
  }

  @Test func readsNamesAndTextsThatAreNotUTF8() throws {
    let folder = try TemporaryFolder()
    try folder.write("model A {\n  id Int @id\n}\n", to: "s/a.prisma")
    let odd = folder.path.appending(
      SystemPath(bytes: Array("s/".utf8) + [0xFF] + Array(".prisma".utf8)))
    let descriptor = odd.withCString { open($0, O_WRONLY | O_CREAT, 0o600) }
    try #require(descriptor >= 0)
    FileSystem.write([0xFF, 0xFE, 0x0A, 0x00, 0x80], to: descriptor)
    close(descriptor)
    let result = folder.run("validate", "s", "--output", "json")
    #expect(result.exitCode == 1)
    #expect(try object(result.output)["files"] as? [String] == ["a.prisma", "\u{FFFD}.prisma"])
    #expect(folder.run("validate", "s").output.contains("\u{FFFD}.prisma:1:1"))
    for output in ["sarif", "github"] {
      #expect(folder.run("validate", "s", "--output", output).exitCode == 1)
    }
  }

  @Test func keepsFailuresInTheirFormat() throws {
    let folder = try TemporaryFolder()
    let refused = folder.run("validate", "--nonsense", "--output", "json")
    #expect(refused.exitCode == 1)
    #expect(refused.errors == "")
    #expect((try object(refused.output)["error"] as? [String: Any])?["message"] is String)
    let sarif = folder.run("validate", "gone", "--output", "sarif")
    #expect(sarif.exitCode == 1)
    let run = try #require((try object(sarif.output)["runs"] as? [[String: Any]])?.first)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
  }
}
