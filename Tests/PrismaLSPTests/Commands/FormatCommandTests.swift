import Foundation
import Testing

@testable import PrismaLSP

@Suite struct FormatCommandTests {
  private static let untidy = "model   A{\nid Int   @id\n}\n"
  private static let tidy = "model A {\n  id Int @id\n}\n"

  @Test func rewritesFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.untidy, to: "s/a.prisma")
    try folder.write("enum E {\n  A\n}\n", to: "s/b.prisma")
    let result = folder.run("format", "s")
    #expect(result.exitCode == 0)
    #expect(result.output == "formatted s/a.prisma\n")
    #expect(try folder.text("s/a.prisma") == Self.tidy)
    let again = folder.run("format", "s")
    #expect(again.exitCode == 0)
    #expect(again.output == "")
    #expect(again.errors == "s is formatted\n")
  }

  @Test func onlyChecks() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.untidy, to: "a.prisma")
    let result = folder.run("format", "--check", "a.prisma")
    #expect(result.exitCode == 1)
    #expect(result.output == "would format a.prisma\n")
    #expect(try folder.text("a.prisma") == Self.untidy)
    try folder.write(Self.tidy, to: "a.prisma")
    #expect(folder.run("format", "--check", "a.prisma").exitCode == 0)
    #expect(folder.run("format", "--check", "--stdin", input: Self.untidy).exitCode == 1)
    #expect(folder.run("format", "--check", "--stdin", input: Self.tidy).exitCode == 0)
    #expect(folder.run("format", "--check", "--stdin", input: Self.untidy).output == "")
  }

  @Test func printsTheResultOfStandardInput() throws {
    let folder = try TemporaryFolder()
    let result = folder.run("format", "--stdin", input: Self.untidy)
    #expect(result.exitCode == 0)
    #expect(result.output == Self.tidy)
    #expect(result.errors == "")
    let other = "// use prisma-next\nmodel   X {\r\n"
    #expect(folder.run("format", "--stdin", input: other).output == other)
  }

  @Test func formatsWhatIsBroken() throws {
    let folder = try TemporaryFolder()
    try folder.write("model   A {\n  id   Int @id\n  %%\n}\n", to: "a.prisma")
    let result = folder.run("format", "a.prisma")
    #expect(result.exitCode == 1)
    #expect(try folder.text("a.prisma").hasPrefix("model A {\n  id Int @id\n"))
    #expect(result.errors.contains("--> a.prisma:3:3"))
    #expect(result.errors.contains("1 error in a.prisma (P1012)"))
    #expect(result.output == "formatted a.prisma\n")
  }

  @Test func completesRelationsOverFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("model A {\n  id Int @id\n  b  B\n}\n", to: "s/a.prisma")
    try folder.write("model B {\n  id Int @id\n}\n", to: "s/b.prisma")
    let result = folder.run("format", "s")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(
      try folder.text("s/a.prisma")
        == """
        model A {
          id  Int @id
          b   B   @relation(fields: [bId], references: [id])
          bId Int
        }

        """)
    #expect(try folder.text("s/b.prisma") == "model B {\n  id Int @id\n  as A[]\n}\n")
  }

  @Test func tellsOfErrorsWhereTheyAreNow() throws {
    let folder = try TemporaryFolder()
    let result = folder.run(
      "format", "--stdin", input: "\n\n\nmodel A {\n  id Int @id\n          name Strin\n}\n")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("--> schema.prisma:3:8"))
  }

  @Test func keepsPermissionsAndLinks() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.untidy, to: "real/a.prisma")
    let file = folder.url.appending(path: "real/a.prisma").path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    try folder.link("link.prisma", to: "real/a.prisma")
    #expect(folder.run("format", "link.prisma").exitCode == 0)
    let link = folder.url.appending(path: "link.prisma").path(percentEncoded: false)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real/a.prisma")
    #expect(try folder.text("real/a.prisma") == Self.tidy)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "real").path(percentEncoded: false))
    #expect(names == ["a.prisma"])
  }

  @Test func leavesOtherDialectsAlone() throws {
    let folder = try TemporaryFolder()
    let text = "// use prisma-8\nmodel   A{\n"
    try folder.write(text, to: "s/a.prisma")
    #expect(folder.run("format", "s").exitCode == 0)
    #expect(try folder.text("s/a.prisma") == text)
  }

  @Test func answersInJSON() throws {
    let folder = try TemporaryFolder()
    let result = folder.run("format", "--stdin", "--output", "json", input: Self.untidy)
    #expect(result.exitCode == 0)
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let files = try #require((value as? [String: Any])?["files"] as? [[String: Any]])
    #expect(files.first?["text"] as? String == Self.tidy)
    #expect(files.first?["changed"] as? Bool == true)
    let failed = folder.run("format", "gone", "--output", "json")
    #expect(failed.exitCode == 1)
    #expect(failed.output.hasPrefix("{\"error\":{\"code\":null,"))
  }
}
