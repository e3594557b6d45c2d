import Foundation
import LanguageServerProtocol
import SchemaModel
import SchemaParser
import Testing

@testable import PrismaLSP

private let plain = "model A {\n  id Int @id\n}\n"
private let withSource = datasource + plain
private let python = "generator c {\n  provider = \"prisma-client-py\"\n}\n"

@Suite struct ProjectScannerTests {
  /// The schemas of a folder, all closed: the names of the files of each.
  private func schemas(
    _ files: [String: String], schemaPath: String? = nil
  ) throws -> [[String]] {
    let folder = try TestFolder(files)
    var scanner = ProjectScanner()
    var request = ProjectScanner.Request()
    request.folders = [ProjectScanner.Folder(path: folder.path, schemaPath: schemaPath)]
    request.includesClosed = true
    let found = scanner.schemas(for: request)
    #expect(scanner.schemas(for: request) == found)
    return found.map { schema in
      schema.paths.map { FilePath.relative($0, to: folder.path) ?? $0 }
    }
  }

  @Test func `a schema without a file that has just gone keeps what else is known`() async throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    let server = Server(writer: MessageWriter(descriptor: ends[1])) { _ in }
    let known = SchemaFiles(
      id: "/a", paths: ["/a/gone.prisma", "/a/x.prisma"], version: .seven, isNamedFolder: true)
    await server.install(
      known, closed: ["/a/x.prisma": SyntaxTree.parsed(Array(plain.utf8), dialect: .prisma7)])
    var rest = known
    rest.paths = ["/a/x.prisma"]
    #expect(await server.sessions["/a"]?.files == rest)
  }

  /// Opening a pipe waits for the one who writes.
  @Test func `a pipe is no file, and nothing waits for it`() async throws {
    let folder = try TestFolder()
    let path = folder["package.json"]
    try #require(mkfifo(path, 0o600) == 0)
    // Helps a reader that waits on, and tells of it.
    let helper = Task.detached {
      try? await Task.sleep(for: .seconds(10))
      let descriptor = Task.isCancelled ? -1 : open(path, O_WRONLY | O_NONBLOCK)
      if descriptor >= 0 { close(descriptor) }
      return descriptor >= 0
    }
    #expect(Files.contents(of: path) == nil)
    helper.cancel()
    #expect(await !helper.value)
  }

  @Test func `a folder is one schema, in byte order`() throws {
    #expect(
      try schemas([
        "prisma/schema.prisma": withSource, "prisma/b.prisma": plain, "prisma/B.prisma": plain,
        "prisma/sub/a.prisma": plain, "prisma/sub.prisma": plain, "prisma/x.txt": plain,
      ]) == [
        [
          "prisma/B.prisma", "prisma/b.prisma", "prisma/schema.prisma", "prisma/sub.prisma",
          "prisma/sub/a.prisma",
        ]
      ])
  }

  @Test func `two schemas side by side are two`() throws {
    #expect(
      try schemas(["schema.prisma": withSource, "second.prisma": withSource, "c.prisma": plain])
        == [["c.prisma"], ["schema.prisma"], ["second.prisma"]].sorted { $0[0] < $1[0] })
  }

  @Test func `projects are kept apart`() throws {
    #expect(
      try schemas([
        "one/schema.prisma": withSource, "two/prisma/schema.prisma": withSource,
        "two/prisma/models/a.prisma": plain, "three/a.prisma": plain,
      ]) == [
        ["one/schema.prisma"], ["three/a.prisma"],
        ["two/prisma/models/a.prisma", "two/prisma/schema.prisma"],
      ])
  }

  @Test func `a schema at the top leaves alone what is below with a project of its own`() throws {
    #expect(
      try schemas([
        "schema.prisma": withSource, "models/a.prisma": plain, "old/copy.prisma": withSource,
        "old/more.prisma": plain, "packages/x/package.json": "{}", "packages/x/b.prisma": plain,
        "node_modules/.prisma/client/schema.prisma": withSource, "dist/schema.prisma": plain,
        ".next/schema.prisma": plain, "build/a/schema.prisma": plain,
      ])
        == [
          ["old/copy.prisma", "old/more.prisma"], ["packages/x/b.prisma"],
          ["models/a.prisma", "schema.prisma"],
        ].sorted { $0[0] < $1[0] })
  }

  @Test func `generated clients are no part of a schema`() throws {
    let generator = "generator c {\n  provider = \"prisma-client\"\n  output = \"./generated\"\n}\n"
    #expect(
      try schemas([
        "schema.prisma": withSource + generator, "generated/x.prisma": plain,
        "client/schema.prisma": plain, "client/index.js": "", "client/edge.js": "",
        "named/schema.prisma": plain, "named/package.json": "{\"name\": \"prisma-client-0abc\"}",
      ]).first { $0.contains("schema.prisma") } == ["schema.prisma"])
  }

  @Test func `a folder with the ending of a schema is no schema`() throws {
    #expect(
      try schemas(["x.prisma/readme.txt": "", "one/a.prisma": plain, "three/b.prisma": plain])
        == [["one/a.prisma"], ["three/b.prisma"]])
  }

  @Test func `a file in another dialect belongs to none`() throws {
    #expect(
      try schemas([
        "schema.prisma": withSource, "a.prisma": "// use prisma-next\n",
        "b.prisma": "// use prisma-8\r\nmodel", "c.prisma": "// use prisma-80\n",
      ]) == [["c.prisma", "schema.prisma"]])
  }

  @Test func `what a configuration file names wins`() throws {
    let config = "import x from 'y';\nexport default defineConfig({ schema: 'db' });\n"
    #expect(
      try schemas([
        "prisma.config.ts": config, "db/one/a.prisma": withSource, "db/two/b.prisma": plain,
        "db/schema.prisma": withSource, "other/c.prisma": plain,
      ]) == [["db/one/a.prisma", "db/schema.prisma", "db/two/b.prisma"], ["other/c.prisma"]])
    #expect(
      try schemas([
        "package.json": "{\"prisma\": {\"schema\": \"prisma/main.prisma\"}}",
        "prisma/main.prisma": withSource, "prisma/other.prisma": plain,
      ]) == [["prisma/other.prisma"], ["prisma/main.prisma"]])
  }

  @Test func `the setting wins over the configuration file`() throws {
    #expect(
      try schemas(
        [
          "prisma.config.ts": "export default { schema: \"b.prisma\" }",
          "a/x.prisma": withSource, "a/y.prisma": withSource,
        ], schemaPath: "a") == [["a/x.prisma", "a/y.prisma"]])
  }

  @Test func `a configuration that leads nowhere is passed over`() throws {
    #expect(
      try schemas([
        "prisma.config.ts": "export default { schema: 'gone.prisma' }", "schema.prisma": withSource,
        "a.prisma": plain,
      ]) == [["a.prisma", "schema.prisma"]])
  }

  @Test func `an open document counts as it is open, saved or not`() throws {
    let folder = try TestFolder(["schema.prisma": withSource])
    var scanner = ProjectScanner()
    var request = ProjectScanner.Request()
    request.open[folder["new.prisma"]] = SchemaFacts(of: Array(plain.utf8))
    #expect(
      scanner.schemas(for: request).map(\.paths)
        == [[folder["new.prisma"], folder["schema.prisma"]]])
    request.open[folder["new.prisma"]] = SchemaFacts(of: Array(withSource.utf8))
    #expect(scanner.schemas(for: request).map(\.paths) == [[folder["new.prisma"]]])
  }

  @Test func `a file is read again when it has changed`() throws {
    let folder = try TestFolder(["schema.prisma": withSource, "a.prisma": plain])
    var scanner = ProjectScanner()
    var request = ProjectScanner.Request()
    request.open[folder["schema.prisma"]] = SchemaFacts(of: Array(withSource.utf8))
    _ = scanner.schemas(for: request)
    #expect(scanner.tree(of: folder["a.prisma"], version: .six)?.bytes == Array(plain.utf8))
    try folder.write("a.prisma", plain + plain)
    _ = scanner.schemas(for: request)
    #expect(
      scanner.tree(of: folder["a.prisma"], version: .seven)?.bytes == Array((plain + plain).utf8))
    try folder.remove("a.prisma")
    #expect(scanner.schemas(for: request).map(\.paths) == [[folder["schema.prisma"]]])
    #expect(scanner.tree(of: folder["a.prisma"], version: .six) == nil)
  }
}

@Suite struct ConfigFileTests {
  private func schema(_ text: String) throws -> ConfigFile.Schema? {
    let folder = try TestFolder(["prisma.config.ts": text])
    let found = ConfigFile.configuration(in: folder.path)?.schema
    guard case .path(let path) = found else { return found }
    return .path(FilePath.relative(path, to: folder.path) ?? path)
  }

  @Test(arguments: [
    ("export default { schema: 'a.prisma' }", "a.prisma"),
    ("export default defineConfig({\n  // schema: 'x'\n  \"schema\": `./db`,\n})", "db"),
    ("module.exports = { datasource: { schema: 'no' }, schema: \"a\" }", "a"),
    ("export default { schema: path.join('prisma', 'schema') }", "prisma/schema"),
    ("export default { schema: path.join(__dirname, \"db\", \"s.prisma\"), }", "db/s.prisma"),
    ("export default { schema: path.resolve(import.meta.dirname, 'x') }", "x"),
    ("export default { schema: 'a' as const } satisfies PrismaConfig", "a"),
    ("const c: PrismaConfig = { earlyAccess: true, schema: 'a' };\nexport default c", "a"),
    ("/* { schema: 'no' } */ export default { s: '{', schema: 'it\\'s' }", "it's"),
  ])
  func `literals are read`(_ text: String, _ path: String) throws {
    #expect(try schema(text) == .path(path))
  }

  @Test(arguments: [
    "export default { schema: process.env.SCHEMA }", "export default { schema: `a/${b}` }",
    "export default { schema: a ? 'b' : 'c' }", "export default { schema: 'a' + 'b' }",
    "export default { schema: find() }", "export default { schema: ", "export default { schema: }",
  ])
  func `nothing is evaluated`(_ text: String) throws {
    #expect(try schema(text) == .unreadable)
  }

  @Test(arguments: ["", "export default {}", "{{{{", "schema: 'a'", "const schema = 'a'", "\"'`/*"])
  func `a file can be silent`(_ text: String) throws {
    #expect(try schema(text) == nil)
  }

  @Test func `of several files the first counts`() throws {
    let folder = try TestFolder([
      "prisma.config.ts": "x", ".config/prisma.ts": "x", "prisma.config.js": "x",
      "prisma7.config.mts": "x",
    ])
    let found = { ConfigFile.configuration(in: folder.path).map { FilePath.name(of: $0.path) } }
    for name in ["prisma7.config.mts", "prisma.config.js", "prisma.config.ts", "prisma.ts"] {
      #expect(found() == name)
      try folder.remove(name == "prisma.ts" ? ".config/prisma.ts" : name)
    }
    #expect(found() == nil)
  }

  @Test func `a path in a hidden folder is taken from there, or from around it`() throws {
    let folder = try TestFolder([
      ".config/prisma.ts": "export default { schema: 'db' }", "db/a.prisma": "",
    ])
    #expect(ConfigFile.configuration(in: folder.path)?.schema == .path(folder["db"]))
  }
}

@Suite struct SchemaLookupTests {
  private func found(_ files: [String: String], in name: String = "") throws -> String {
    let folder = try TestFolder(files)
    do {
      let found = try SchemaLookup.schema(in: folder[name])
      return FilePath.relative(found.path, to: folder.path) ?? found.path
    } catch {
      return "none"
        + (error.folder.flatMap { FilePath.relative($0, to: folder.path) }.map { ", but \($0)" }
          ?? "")
    }
  }

  @Test func `places are tried in order`() throws {
    var files = [
      "prisma.config.ts": "export default { schema: 'a' }", "a/x.prisma": "",
      "package.json": "{\"prisma\": {\"schema\": \"b.prisma\"}}", "b.prisma": "",
      "schema.prisma": "", "prisma/schema.prisma": "", "prisma/schema/a.prisma": "",
    ]
    #expect(try found(files) == "a")
    files["prisma.config.ts"] = "export default {}"
    #expect(try found(files) == "b.prisma")
    files["package.json"] = "{}"
    #expect(try found(files) == "schema.prisma")
    files["schema.prisma"] = nil
    #expect(try found(files) == "prisma/schema.prisma")
    files["prisma/schema.prisma"] = nil
    #expect(try found(files) == "none, but prisma/schema")
    files["prisma/schema/a.prisma"] = nil
    #expect(try found(files) == "none")
  }

  @Test func `the nearest package counts, from a folder in it too`() throws {
    let files = [
      "package.json": "{\"prisma\": {\"schema\": \"b.prisma\"}}", "b.prisma": "", "x/y": "",
    ]
    #expect(try found(files, in: "x") == "b.prisma")
  }

  @Test func `what is named has to be there and readable`() throws {
    let folder = try TestFolder(["prisma.config.ts": "export default { schema: 'gone' }"])
    let error = #expect(throws: SchemaLookup.NotFound.self) {
      try SchemaLookup.schema(in: folder.path)
    }
    #expect(error?.tried == [folder["gone"]])
    try folder.write("prisma.config.ts", "export default { schema: x }")
    #expect(throws: SchemaLookup.NotFound.self) { try SchemaLookup.schema(in: folder.path) }
    #expect(throws: SchemaLookup.NotFound.self) {
      try SchemaLookup.schema(in: folder.path, config: "other.ts")
    }
  }
}

@Suite struct PrismaVersionLookupTests {
  private func version(
    _ files: [String: String], in name: String = "a", schema: String = plain
  ) throws -> PrismaVersion {
    var files = files
    files["\(name)/schema.prisma"] = schema
    files[".git/HEAD"] = ""
    let folder = try TestFolder(files)
    return PrismaVersionLookup.version(
      in: folder[name], facts: SchemaFacts(of: Array(schema.utf8)))
  }

  private let withURL = "datasource db {\n  provider = \"sqlite\"\n  url = \"file:x\"\n}\n"

  @Test func `without a project the schema tells`() throws {
    #expect(try version([:]) == .seven)
    #expect(try version([:], schema: withURL) == .six)
    #expect(try version([:], schema: "// url = \"x\"\nmodel A {\n url = \"x\"\n}\n") == .seven)
    #expect(try version([:], schema: withURL + python) == .five)
    #expect(
      try version(["package.json": "{\"dependencies\": {\"prisma\": \"6\"}}"], schema: python)
        == .five)
  }

  @Test(
    arguments: [
      ("^5.10.2", .five), ("~6.19.0", .six), ("7", .seven), ("v6.1.0", .six), ("6.x", .six),
      ("=6.2.1", .six),
      (">=6.1 <7", .six), ("^4.0.0", .five), ("^8.0.0", .seven), ("5 || 6", .six),
      ("npm:prisma@6.1.0", .six),
      ("7.0.0-dev.12", .seven), ("6.0.0 - 6.9.0", .six), ("latest", nil), ("*", nil), (">=5", nil),
      ("workspace:*", nil),
      ("catalog:", nil), ("", nil), (">=5 <7", nil), ("file:../x", nil), ("next", nil),
    ] as [(String, PrismaVersion?)])
  func `a range asks for a version`(_ range: String, _ expected: PrismaVersion?) {
    #expect(PrismaVersionLookup.version(inRange: range) == expected)
  }

  @Test(
    arguments: [
      (
        "package-lock.json",
        "{\"packages\": {\n  \"node_modules/prisma\": {\n   \"version\": \"6.19.3\"}}}", .six
      ),
      ("pnpm-lock.yaml", "packages:\n  '@prisma/client@5.22.0(prisma@5.22.0)':\n", .five),
      ("pnpm-lock.yaml", "packages:\n  /prisma@6.1.0:\n", .six),
      ("pnpm-lock.yaml", "packages:\n  /@keystone/prisma@3.1.0:\n", nil),
      ("yarn.lock", "prisma@^6.2.0:\n  version \"6.2.1\"\n", .six),
      ("yarn.lock", "\"@prisma/client@npm:^7.0.0\":\n  version: 7.0.1\n", .seven),
      ("bun.lock", "\"prisma\": [\"prisma@6.4.1\", \"\", {}]", .six), ("yarn.lock", "", nil),
    ] as [(String, String, PrismaVersion?)])
  func `a lock file tells what is installed`(
    _ name: String, _ text: String, _ expected: PrismaVersion?
  ) throws {
    #expect(PrismaVersionLookup.version(inLockFile: Array(text.utf8)) == expected)
    #expect(try version([name: text]) == expected ?? .seven)
    #expect(
      try version([name: text, "package.json": "{\"devDependencies\": {\"prisma\": \"latest\"}}"])
        == expected ?? .seven)
  }

  @Test func `the nearest project counts`() throws {
    let package = { (version: String) in "{\"dependencies\": {\"@prisma/client\": \"\(version)\"}}"
    }
    #expect(try version(["package.json": package("^6.0.0")]) == .six)
    #expect(try version(["package.json": package("6"), "a/package.json": package("5")]) == .five)
    #expect(try version(["package.json": package("6"), "a/package.json": "{}"]) == .six)
    #expect(try version(["package.json": "not JSON"], schema: withURL) == .six)
    #expect(
      try version(["a/package.json": package("catalog:"), "pnpm-lock.yaml": "  prisma@6.1.0:\n"])
        == .six)
  }

  @Test(arguments: [
    ("pyproject.toml", "[tool.poetry.dependencies]\nprisma = \"^0.15.0\"\n", true),
    ("pyproject.toml", "dependencies = [\n  \"prisma>=0.11\",\n]\n", true),
    ("pyproject.toml", "dependencies = [\"fastapi\", \"prisma\"]\n", true),
    ("pyproject.toml", "name = \"prisma\"\n# prisma = 1\nx = \"prisma-fake\"\n", false),
    ("requirements.txt", "flask\nprisma==0.11.0\n", true),
    ("requirements-dev.txt", "prisma\n", true),
    ("requirements.txt", "prismatic\n", false),
  ])
  func `the Python client is Prisma 5`(_ name: String, _ text: String, _ isPython: Bool) throws {
    #expect(try version([name: text]) == (isPython ? .five : .seven))
  }
}

@Suite struct FilePathTests {
  @Test func `paths are put together`() {
    #expect(FilePath.joined("/a", "b/../c/./d") == "/a/c/d")
    #expect(FilePath.joined("/a", "/b") == "/b")
    #expect(FilePath.joined("/", "../b") == "/b")
    #expect(FilePath.normalized("../a//b/") == "../a/b")
    #expect(FilePath.normalized("") == ".")
    #expect(FilePath.folder(of: "/a") == "/")
    #expect(FilePath.folder(of: "/a/b") == "/a")
    #expect(FilePath.name(of: "/a/b") == "b")
    #expect(FilePath.relative("/a/b", to: "/a") == "b")
    #expect(FilePath.relative("/ab", to: "/a") == nil)
    #expect(FilePath.relative("/b", to: "/") == "b")
    #expect(FilePath.ancestors(of: "/a/b") == ["/a/b", "/a", "/"])
  }
}
