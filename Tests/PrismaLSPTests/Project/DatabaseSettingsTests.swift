import SchemaModel
import Testing

@testable import PrismaLSP

@Suite struct DatabaseSettingsTests {
  /// The settings of a project in a folder of its own.
  private struct Project {
    let folder: TemporaryFolder
    var version = PrismaVersion.six
    var variables: [String: String] = [:]

    init(_ files: [String: String], version: PrismaVersion = .six) throws {
      folder = try TemporaryFolder()
      for (path, text) in files { try folder.write(text, to: path) }
      self.version = version
    }

    func settings(
      _ path: String = "prisma/schema.prisma", config: String? = nil
    ) throws -> DatabaseSettings {
      let environment = CommandEnvironment(
        workingDirectory: folder.path, variable: { [variables] in variables[$0] },
        standardInput: { [] }, isOutputTerminal: false, isErrorTerminal: false)
      let files = try SchemaSources(reading: SystemPath(path), in: folder.path)
      var check = SchemaCheck(files, version: version)
      _ = check.report()
      return try check.databaseSettings(config: config.map { SystemPath($0) }, in: environment)
    }

    func url(given: String? = nil) throws -> String { try settings().url(given: given).text }

    func failure(given: String? = nil) throws -> CommandFailure? {
      let settings = try settings()
      do throws(CommandFailure) {
        _ = try settings.url(given: given)
        return nil
      } catch {
        return error
      }
    }

    /// An absolute path in the folder.
    func path(_ path: String) -> String { folder.path.appending(path).text }
  }

  private static let noURL = "datasource db {\n  provider = \"postgresql\"\n}\n"

  private static func schema(_ properties: String...) -> String {
    "datasource db {\n  provider = \"postgresql\"\n"
      + properties.map { "  \($0)\n" }.joined() + "}\n"
  }

  private static func config(_ datasource: String, head: String = "") -> String {
    "\(head)import { defineConfig, env } from 'prisma/config'\n\nexport default defineConfig({\n"
      + "  schema: 'prisma/schema.prisma',\n  datasource: {\n    \(datasource)\n  },\n})\n"
  }

  // MARK: The datasource

  @Test func takesTheDirectURLBeforeTheURL() throws {
    var project = try Project([
      "prisma/schema.prisma": Self.schema(
        "url = \"postgresql://pool/x\"", "directUrl = env(\"DIRECT\")")
    ])
    project.variables["DIRECT"] = "postgres://direct/x"
    #expect(try project.url() == "postgres://direct/x")
    #expect(try project.settings().url().source == "the variable `DIRECT`")
    #expect(try project.url(given: "postgresql://given/x") == "postgresql://given/x")
    project.variables = [:]
    #expect(try project.failure()?.code == "P1012")
  }

  @Test func refusesWhatCannotBeConnectedTo() throws {
    var project = try Project(["prisma/schema.prisma": Self.schema("url = env(\"DB\")")])
    let unset = try #require(try project.failure())
    #expect(unset.code == "P1012")
    #expect(unset.message.contains("`DB`"))
    #expect(unset.message.contains("is not set"))
    project.variables["DB"] = ""
    #expect(try project.failure()?.message.contains("is empty") == true)
    project.variables["DB"] = "mysql://u:secret@h/x"
    let wrong = try #require(try project.failure())
    #expect(wrong.code == "P1012")
    #expect(!"\(wrong)".contains("secret"))
    project.variables["DB"] = "prisma://accelerate/?api_key=secret"
    #expect(try project.failure()?.code == "P1013")
    #expect(try project.failure(given: "http://u:secret@h/x")?.code == "P1013")
    #expect(
      try Project(["prisma/schema.prisma": Self.noURL]).failure()?.code == "P1012")
  }

  @Test func doesNotShowTheURL() throws {
    let project = try Project([
      "prisma/schema.prisma": Self.schema("url = \"postgresql://u:secret@h/x\"")
    ])
    let url = try project.settings().url()
    var dumped = ""
    dump(url, to: &dumped)
    #expect(!"\(url)\(String(reflecting: url))\(dumped)".contains("secret"))
  }

  // MARK: The configuration file

  @Test(arguments: [
    ("url: env('DB')", "postgresql://db/x"),
    ("url: env<Env>(\"DB\"),", "postgresql://db/x"),
    ("url: process.env.DB!", "postgresql://db/x"),
    ("url: process.env?.DB as string,", "postgresql://db/x"),
    ("\"url\": process.env[\"DB\"]", "postgresql://db/x"),
    ("url: process.env.OTHER ?? \"postgresql://literal/x\"", "postgresql://literal/x"),
    ("url: process.env.EMPTY || process.env.DB", "postgresql://db/x"),
    ("shadowDatabaseUrl: env('S'), url: `postgresql://t/x`", "postgresql://t/x"),
    ("directUrl: env('DB'), url: 'prisma://x'", "postgresql://db/x"),
  ])
  func readsTheConfigurationFile(_ text: String, _ expected: String) throws {
    var project = try Project(
      ["prisma/schema.prisma": Self.noURL, "prisma.config.ts": Self.config(text)], version: .seven)
    project.variables = ["DB": "postgresql://db/x", "EMPTY": ""]
    #expect(try project.url() == expected)
  }

  @Test(arguments: ["url: getUrl()", "url", "url: `postgresql://${host}/x`", "url: a + 'b'"])
  func namesTheLineOfWhatWouldHaveToBeRun(_ text: String) throws {
    let project = try Project(
      ["prisma/schema.prisma": Self.noURL, "prisma.config.ts": Self.config(text)], version: .seven)
    let failure = try #require(try project.failure())
    #expect(failure.message.hasPrefix("line 6 of `prisma.config.ts`:"))
    #expect(failure.code == nil)
  }

  @Test func hasNoCodeForWhatIsMissingInSeven() throws {
    var project = try Project(["prisma/schema.prisma": Self.noURL], version: .seven)
    #expect(try #require(try project.failure()).code == nil)
    #expect(try project.url(given: "postgresql://given/x") == "postgresql://given/x")
    try project.folder.write(Self.config("url: env('DB')"), to: "prisma.config.ts")
    #expect(try #require(try project.failure()).message.contains("`DB`"))
    project.variables["DB"] = ""
    #expect(try #require(try project.failure()).code == nil)
    project.variables["DB"] = "mysql://x"
    #expect(try project.failure()?.code == "P1013")
  }

  @Test func prefersTheConfigurationFileOfSeven() throws {
    let project = try Project(
      [
        "prisma/schema.prisma": Self.noURL,
        "prisma.config.ts": Self.config("url: 'postgresql://six/x'"),
        "prisma7.config.ts": Self.config("url: 'postgresql://seven/x'"),
      ], version: .seven)
    #expect(try project.url() == "postgresql://seven/x")
    #expect(
      try project.settings(config: "prisma.config.ts").url().text == "postgresql://six/x")
    #expect(throws: CommandFailure.self) { try project.settings(config: "nowhere.ts") }
  }

  // MARK: `.env`

  @Test func readsTheEnvironmentFilesOfFiveAndSix() throws {
    var project = try Project([
      "prisma/schema.prisma": Self.schema("url = env(\"DB\")"), "package.json": "{}",
      ".env": "DB=postgresql://root/x\nHOST=h\n", "prisma/.env": "OTHER=1\n",
    ])
    #expect(try project.url() == "postgresql://root/x")
    #expect(try project.settings().variables.files == [".env", "prisma/.env"].map(project.path))
    try project.folder.write("DB=postgresql://prisma/x\n", to: "prisma/.env")
    let conflict = try #require(try project.failure())
    #expect(conflict.code == nil)
    #expect(
      conflict.message == "`.env` and `prisma/.env` set the variable `DB` to different values")
    project.version = .five
    #expect(try project.url() == "postgresql://root/x")
    project.version = .six
    project.variables["DB"] = "postgresql://process/x"
    #expect(try project.url() == "postgresql://process/x")
  }

  @Test func readsTheEnvironmentFileThatTheConfigurationLoads() throws {
    let project = try Project(
      [
        "prisma/schema.prisma": Self.noURL, ".env": "DB=postgresql://file/x\n",
        "prisma.config.ts": Self.config("url: env('DB')"),
      ], version: .seven)
    #expect(try #require(try project.failure()).help?.contains("dotenv/config") == true)
    try project.folder.write(
      Self.config("url: env('DB')", head: "// import 'dotenv/config'\n"), to: "prisma.config.ts")
    #expect(try project.failure() != nil)
    try project.folder.write(
      Self.config("url: env('DB')", head: "import 'dotenv/config'\n"), to: "prisma.config.ts")
    #expect(try project.url() == "postgresql://file/x")
  }

  // MARK: The rest

  @Test func readsTheShadowDatabaseLeniently() throws {
    var project = try Project([
      "prisma/schema.prisma": Self.schema(
        "url = \"postgresql://h/x\"", "shadowDatabaseUrl = env(\"SHADOW\")")
    ])
    let url = try project.settings().url()
    #expect(try project.settings().shadowURL(besides: url) == nil)
    project.variables["SHADOW"] = ""
    #expect(try project.settings().shadowURL(besides: url) == nil)
    project.variables["SHADOW"] = "postgresql://h/shadow"
    #expect(try project.settings().shadowURL(besides: url)?.text == "postgresql://h/shadow")
    let given = try project.settings().shadowURL(given: "postgresql://h/y", besides: url)
    #expect(given?.text == "postgresql://h/y")
    project.variables["SHADOW"] = "postgresql://h/x"
    #expect(throws: CommandFailure.self) { try project.settings().shadowURL(besides: url) }
  }

  @Test func findsTheMigrationsFolder() throws {
    let project = try Project(
      [
        "prisma/schema.prisma": Self.noURL, "db/main/a.prisma": "model A {\n  id Int @id\n}\n",
        "db/main/config/z.prisma": Self.noURL,
      ], version: .seven)
    #expect(try project.settings().migrationsFolder() == project.path("prisma/migrations"))
    let inFolder = try project.settings("db/main").migrationsFolder()
    #expect(inFolder == project.path("db/main/config/migrations"))
    let config = "export default { migrations: { path: './db/history', seed: 'sh seed.sh' } }\n"
    try project.folder.write(config, to: "prisma.config.ts")
    #expect(try project.settings().migrationsFolder() == project.path("db/history"))
    try project.folder.write(
      "export default { migrations: { path: join(__dirname, 'x') } }\n", to: "prisma.config.ts")
    #expect(throws: CommandFailure.self) { try project.settings().migrationsFolder() }
  }

  @Test func findsTheSeedCommand() throws {
    var project = try Project(["prisma/schema.prisma": Self.noURL])
    #expect(try project.settings().seed() == nil)
    try project.folder.write(#"{"prisma":{"seed":"node seed.js"}}"#, to: "package.json")
    #expect(try project.settings().seed()?.command == "node seed.js")
    #expect(try project.settings().seed()?.folder == project.folder.path.text)
    try project.folder.write(
      "export default { migrations: { seed: \"tsx seed.ts\" } }\n", to: "prisma.config.ts")
    #expect(try project.settings().seed()?.command == "tsx seed.ts")
    try project.folder.write("export default {}\n", to: "prisma.config.ts")
    #expect(try project.settings().seed()?.command == "node seed.js")
    project.version = .seven
    #expect(try project.settings().seed() == nil)
  }
}
