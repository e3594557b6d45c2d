import Foundation
import Testing

@testable import PrismaLSP

/// Looking around in folders that may hold anything.
@Suite struct FilesTests {
  @Test(.timeLimit(.minutes(1))) func `what is no file counts as absent`() async throws {
    let folder = try TemporaryFolder()
    func path(_ name: String) -> String {
      folder.url.appending(path: name).path(percentEncoded: false)
    }
    try folder.write("{}", to: "folder/a.json")
    try folder.write("A=1", to: "b.env")
    try folder.link("link.env", to: "b.env")
    try folder.link("lost.env", to: "nowhere")
    #expect(mkfifo(path("package.json"), 0o600) == 0)
    #expect(mkfifo(path(".env"), 0o600) == 0)
    #expect(Files.text(of: path("b.env")) == "A=1")
    #expect(Files.text(of: path("link.env")) == "A=1")
    for name in ["package.json", ".env", "folder", "lost.env", "none"] {
      #expect(Files.contents(of: path(name)) == nil, "\(name)")
      #expect(!Files.isFile(path(name)))
    }
    // Nobody writes into the pipes.
    try folder.write("model A {\n  id Int @id\n}\n", to: "schema.prisma")
    #expect(await folder.run("validate").exitCode == 0)
  }

  @Test func `a file that grows past its size is read to its end`() throws {
    let folder = try TemporaryFolder()
    for count in [0, 1, 65_535, 65_536, 200_000] {
      let text = String(repeating: "x", count: count)
      try folder.write(text, to: "a")
      #expect(
        Files.contents(of: folder.url.appending(path: "a").path(percentEncoded: false))?.count
          == count)
    }
    // A file that says it is empty.
    #expect(Files.contents(of: "/proc/self/status")?.isEmpty == false)
  }
}
