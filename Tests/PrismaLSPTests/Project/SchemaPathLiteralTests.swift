import SchemaParser
import Testing

@testable import PrismaLSP

struct SchemaPathLiteralTests {
  /// The text of a file after some renames in its folder, nil when nothing needs to be edited.
  private func text(
    of name: String, _ text: String, _ renames: [(String, String)], files: [String] = []
  ) throws -> String? {
    let folder = try TestFolder(
      Dictionary([(name, text)] + files.map { ($0, "") }, uniquingKeysWith: { $1 }))
    guard let literal = SchemaPathLiteral(in: folder[name]),
      let edit = literal.edit(after: renames.map { (folder[$0.0], folder[$0.1]) })
    else { return nil }
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(edit.range.start..<edit.range.end, with: edit.replacement)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `a configuration follows its schema`() throws {
    let config = "export default { datasource: {}, schema: \"./prisma/schema.prisma\" as const }\n"
    #expect(
      try text(of: "prisma.config.ts", config, [("prisma/schema.prisma", "db/main.prisma")])
        == config.replacing("./prisma/schema.prisma", with: "./db/main.prisma"))
    #expect(
      try text(of: "prisma.config.ts", config, [("prisma", "packages/db")])
        == config.replacing("./prisma/", with: "./packages/db/"))
    #expect(try text(of: "prisma.config.ts", config, [("prisma/other.prisma", "x.prisma")]) == nil)
    #expect(try text(of: "prisma.config.ts", config, [("prisma/schema.pris", "x")]) == nil)
  }

  @Test func `the path of the migrations follows their folder`() throws {
    let config =
      "export default { schema: 'db/main.prisma', migrations: { path: 'prisma/migrations', seed: 'x' } }"
    let folder = try TestFolder(["prisma.config.ts": config])
    let edits = SchemaPathLiteral.all(in: folder["prisma.config.ts"]).compactMap {
      $0.edit(after: [(folder["prisma"], folder["db"])])
    }
    #expect(edits.map { String(decoding: $0.replacement, as: UTF8.self) } == ["'db/migrations'"])
  }

  @Test func `the paths in a schema lead to the same places from its new folder`() throws {
    let schema = """
      generator client {
        provider = "prisma-client"
        output   = "../gen"
      }

      generator other {
        provider = "x"
        output   = env("OUT")
      }

      datasource db {
        provider = "sqlite"
        url      = "file:./dev.db?timeout=1"
      }

      """
    let tree = SyntaxTree.parsed(Array(schema.utf8), dialect: .prisma6)
    let literals = SchemaPathLiteral.all(inSchema: "/a/prisma/schema.prisma", tree)
    func edits(_ old: String, _ new: String) -> [String] {
      literals.compactMap { $0.edit(after: [(old, new)]) }
        .map { String(decoding: $0.replacement, as: UTF8.self) }
    }
    #expect(
      edits("/a/prisma/schema.prisma", "/a/src/db/schema.prisma") == [
        "\"../../gen\"", "\"file:../../prisma/dev.db?timeout=1\"",
      ])
    #expect(
      edits("/a/prisma/schema.prisma", "/a/schema.prisma") == [
        "\"./gen\"", "\"file:./prisma/dev.db?timeout=1\"",
      ])
    // What is in the folder moves along, and `../gen` is the same from beside it.
    #expect(edits("/a/prisma", "/a/db") == [])
  }

  @Test func `a package follows its schema`() throws {
    let package = "{ \"schema\": \"x\", \"prisma\": { \"seed\": {}, \"schema\": \"db/\" } }"
    #expect(
      try text(of: "app/package.json", package, [("app/db", "shared/db")])
        == package.replacing("db/", with: "../shared/db/"))
    #expect(try text(of: "package.json", "{ \"schema\": \"x\" }", [("x", "y")]) == nil)
    #expect(try text(of: "package.json", "{ \"prisma\": { \"schema\": 1 } }", [("x", "y")]) == nil)
  }

  @Test func `parts that are joined become one`() throws {
    #expect(
      try text(
        of: "prisma.config.ts",
        "export default defineConfig({ schema: path.join('prisma', \"schema\"), x: 1 })",
        [("prisma/schema", "prisma/it's")])
        == "export default defineConfig({ schema: path.join('prisma/it\\'s'), x: 1 })")
  }

  @Test func `what moves with the schema needs no edit`() throws {
    let config = "export default { schema: 'prisma/schema.prisma' }"
    #expect(try text(of: "app/prisma.config.ts", config, [("app", "api")]) == nil)
    #expect(
      try text(
        of: "app/prisma.config.ts", config, [("app", "api"), ("app/prisma", "db")])
        == "export default { schema: '../db/schema.prisma' }")
  }

  @Test func `paths in a hidden folder may start beside it`() throws {
    let config = "export default { schema: \"prisma/schema.prisma\" }"
    #expect(
      try text(
        of: ".config/prisma.ts", config, [("prisma", "db")], files: ["prisma/schema.prisma"])
        == config.replacing("prisma/", with: "db/"))
  }

  @Test func `an expression is left alone`() throws {
    #expect(
      try text(of: "prisma.config.ts", "export default { schema: pick() }", [("a", "b")]) == nil)
    #expect(try text(of: "prisma.config.ts", "export default {}", [("a", "b")]) == nil)
  }

  @Test func `files of packages are not looked at`() throws {
    let folder = try TestFolder([
      "a/b/prisma.config.ts": "export default { schema: 'x' }",
      "package.json": "{ \"prisma\": { \"schema\": \"y\" } }",
      ".config/prisma.ts": "export default { schema: 'w' }",
      "node_modules/p/package.json": "{ \"prisma\": { \"schema\": \"z\" } }",
      "q/package.json": "no json",
    ])
    #expect(
      SchemaPathLiteral.all(in: [folder.path]).map(\.written).sorted() == ["w", "x", "y"])
  }

  @Test func `the way from a folder to a path leaves it where it must`() {
    #expect(FilePath.path(to: "/a/b/c", from: "/a/b") == "c")
    #expect(FilePath.path(to: "/a/x", from: "/a/b/c") == "../../x")
    #expect(FilePath.path(to: "/a", from: "/a") == ".")
    #expect(FilePath.path(to: "/a", from: "/") == "a")
  }
}
