import Foundation
import LanguageServerProtocol
import TestSupport
import Testing

@testable import PrismaLSP

/// What previews start from, and the files of new migrations, with real databases and folders.
@Suite(.timeLimit(.minutes(3))) struct BaselineReaderTests {
  private static let model = """
    model User {
      id    Int    @id
      email String @unique
    }

    """
  private static let migration = """
    CREATE TABLE "User" ("id" INTEGER NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));
    """

  private func schema(url: String?) -> String {
    "datasource db {\n  provider = \"postgresql\"\n"
      + (url.map { "  url = \"\($0)\"\n" } ?? "") + "}\n\n" + Self.model
  }

  /// The client of an editor in a project, with its schema open. The answer of the command comes too.
  private func run(
    _ command: String, _ arguments: [JSONValue] = [], in folder: TestFolder, schema: String,
    options: JSONValue = nil
  ) async throws -> (client: TestClient, answer: JSONValue) {
    let client = try await TestClient.started(
      [
        "workspace": [
          "textDocumentContent": [:], "applyEdit": true,
          "workspaceEdit": ["documentChanges": true, "resourceOperations": ["create"]],
        ]
      ], folders: [folder.path], options: options)
    let uri = DocumentURI(path: folder.path + "/prisma/schema.prisma").string
    await client.open(uri, schema)
    let answer = try await client.request(
      "workspace/executeCommand",
      ["command": .string(command), "arguments": .array([.string(uri)] + arguments)])
    return (client, answer)
  }

  private func preview(
    in folder: TestFolder, schema: String, options: JSONValue = nil
  ) async throws -> String {
    let answer = try await run(
      "prisma-lsp.previewMigration", in: folder, schema: schema, options: options
    ).answer
    return try #require(answer["result"]?["text"]?.string, "\(answer)")
  }

  private func project(migrations: [String: String] = [:]) throws -> TestFolder {
    var files = ["package.json": "{}", "prisma/schema.prisma": schema(url: nil)]
    for (name, text) in migrations { files["prisma/migrations/\(name)/migration.sql"] = text }
    return try TestFolder(files)
  }

  @Test(.enabled(if: TestServer.isAvailable, "\(TestServer.reason)"))
  func `the live database comes first, and is only read`() async throws {
    let database = try #require(TestServer.shared).makeDatabase()
    try database.run(
      Self.migration + """
        CREATE ROLE "reader_\(database.name)" LOGIN;
        GRANT SELECT ON "User" TO "reader_\(database.name)";
        REVOKE CREATE ON SCHEMA public FROM public;
        INSERT INTO "User" VALUES (1), (2);
        """)
    let folder = try project(migrations: ["20240101000000_other": "CREATE TABLE x (a int);"])
    let url = database.url.replacing(
      "postgres@", with: "reader_\(database.name):s3cret-word@")
    let text = try await preview(in: folder, schema: schema(url: url))
    #expect(text.contains("-- from  PostgreSQL database \"\(database.name)\""))
    #expect(text.contains("ALTER TABLE \"User\" ADD COLUMN     \"email\" TEXT NOT NULL;"))
    #expect(text.contains("M003"))
    #expect(!text.contains("s3cret"))
    #expect(try database.run("SELECT count(*) FROM \"User\"") == "2\n")
  }

  @Test(.enabled(if: TestServer.isAvailable, "\(TestServer.reason)"))
  func `the rows in the way are counted when they are asked for`() async throws {
    let database = try #require(TestServer.shared).makeDatabase()
    try database.run(Self.migration + "INSERT INTO \"User\" VALUES (1), (2);")
    let text = try await preview(
      in: try project(), schema: schema(url: database.url),
      options: ["database": ["facts": "exact"]])
    #expect(text.contains("--   `User` has 2 rows"))
  }

  @Test(.enabled(if: TestServer.isAvailable, "\(TestServer.reason)"))
  func `the setting says which database, whatever the schema says`() async throws {
    let database = try #require(TestServer.shared).makeDatabase()
    let text = try await preview(
      in: try project(), schema: schema(url: "postgresql://nobody:s3cret@localhost:1/none"),
      options: ["database": ["url": .string(database.url)]])
    #expect(text.contains("-- from  PostgreSQL database \"\(database.name)\""))
    #expect(text.contains("CREATE TABLE \"User\""))
  }

  @Test func `without an answer of the database the migrations are taken, and it is said why`()
    async throws
  {
    let folder = try project(migrations: ["20240101000000_first": Self.migration])
    let text = try await preview(
      in: folder, schema: schema(url: "postgresql://me:s3cret-word@localhost:1/shop"))
    #expect(text.contains("-- from  the one migration in prisma/migrations"))
    #expect(text.contains("-- note  the database was not read: "))
    #expect(text.contains("ADD COLUMN     \"email\" TEXT NOT NULL"))
    #expect(!text.contains("s3cret"))
  }

  @Test func `without migrations everything is new`() async throws {
    let text = try await preview(in: try project(), schema: schema(url: nil))
    #expect(text.contains("-- from  an empty database"))
    #expect(text.contains("CREATE TABLE \"User\""))
  }

  @Test func `a migration that does not apply is named`() async throws {
    let folder = try project(migrations: ["20240101000000_bad": "ALTER TABLE nowhere ADD a int;"])
    let answer = try await run(
      "prisma-lsp.previewMigration", in: folder, schema: schema(url: nil)
    ).answer
    #expect(answer["error"]?["message"]?.string?.contains("20240101000000_bad") == true)
  }

  @Test func `a new migration is a change that the editor makes`() async throws {
    let folder = try project(migrations: ["20240101000000_first": Self.migration])
    let (client, answer) = try await run(
      "prisma-lsp.createMigration", ["Add the e-mail"], in: folder, schema: schema(url: nil))
    let name = try #require(answer["result"]?["name"]?.string)
    #expect(name.hasSuffix("_add_the_e_mail"))
    let edit = try #require(
      await client.asked.first { $0["method"] == "workspace/applyEdit" }?["params"]?["edit"])
    let changes = edit["documentChanges"]?.array ?? []
    let uris = changes.filter { $0["kind"] == "create" }.compactMap { $0["uri"]?.string }
    #expect(
      uris.map { DocumentURI($0).path } == [
        "\(folder.path)/prisma/migrations/\(name)/migration.sql",
        "\(folder.path)/prisma/migrations/migration_lock.toml",
      ])
    let texts = changes.compactMap { $0["edits"]?.array?.first?["newText"]?.string }
    #expect(texts.first?.contains("CREATE UNIQUE INDEX \"User_email_key\"") == true)
    #expect(texts.last?.contains("provider = \"postgresql\"") == true)
  }

  @Test func `an online plan becomes several migrations`() async throws {
    let folder = try project(migrations: ["20240101000000_first": Self.migration])
    let answer = try await run(
      "prisma-lsp.createMigration", ["Add the e-mail", "online"], in: folder,
      schema: schema(url: nil).replacing("String @unique", with: "String? @unique")
    ).answer
    let files = (answer["result"]?["files"]?.array ?? []).compactMap { $0.string }
    let scripts = files.filter { $0.hasSuffix("migration.sql") }
    #expect(scripts.count > 1 && Set(scripts).count == scripts.count && scripts == scripts.sorted())
  }

  @Test func `a new migration renames what it is told to, or what the preview has renamed`()
    async throws
  {
    let folder = try project(migrations: [
      "20240101000000_first": """
      CREATE TABLE "User" (
        "id" INTEGER NOT NULL, "mail" TEXT NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id")
      );
      CREATE UNIQUE INDEX "User_mail_key" ON "User"("mail");
      """
    ])
    let renames: JSONValue = ["User.mail=email"]
    func texts(_ client: TestClient) async -> [String] {
      let edit = await client.asked.last { $0["method"] == "workspace/applyEdit" }?["params"]
      return (edit?["edit"]?["documentChanges"]?.array ?? []).compactMap {
        $0["edits"]?.array?.first?["newText"]?.string
      }
    }
    let (told, answer) = try await run(
      "prisma-lsp.createMigration", ["", "prisma", renames], in: folder, schema: schema(url: nil))
    #expect(
      answer["result"]?["name"]?.string?.hasSuffix("_rename_mail_of_user_to_email") == true)
    let step = """
      ALTER TABLE "User" RENAME COLUMN "mail" TO "email";
      """
    #expect(await texts(told).first?.contains(step) == true)
    #expect(await texts(told).first?.contains("DROP") == false)

    let (shown, preview) = try await run(
      "prisma-lsp.previewMigration", ["", renames], in: folder, schema: schema(url: nil))
    #expect(preview["result"]?["text"]?.string?.contains(step) == true)
    let uri = DocumentURI(path: folder.path + "/prisma/schema.prisma").string
    _ = try await shown.request(
      "workspace/executeCommand",
      ["command": "prisma-lsp.createMigration", "arguments": [.string(uri)]])
    #expect(await texts(shown).first?.contains(step) == true)
  }

  @Test(.enabled(if: TestServer.isAvailable, "\(TestServer.reason)"))
  func `what another process changes is seen by the next preview`() async throws {
    let database = try #require(TestServer.shared).makeDatabase()
    try database.run(Self.migration)
    let folder = try project()
    let (client, answer) = try await run(
      "prisma-lsp.previewMigration", in: folder, schema: schema(url: database.url))
    #expect(answer["result"]?["text"]?.string?.contains("ADD COLUMN") == true)
    #expect(answer["result"]?["text"]?.string?.contains("-- to    schema.prisma\n") == true)
    try database.run(
      """
      ALTER TABLE "User" ADD COLUMN "email" TEXT NOT NULL;
      CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
      """)
    let uri = DocumentURI(path: folder.path + "/prisma/schema.prisma").string
    let again = try await client.request(
      "workspace/executeCommand",
      ["command": "prisma-lsp.previewMigration", "arguments": [.string(uri)]])
    #expect(again["result"]?["text"]?.string?.contains("Nothing to do") == true)
  }

  @Test(.enabled(if: TestServer.isAvailable, "\(TestServer.reason)"))
  func `a database that is away has what it had, and it is said when`() async throws {
    let database = try #require(TestServer.shared).makeDatabase()
    let role = "guest_\(database.name)"
    try database.run(Self.migration + "CREATE ROLE \"\(role)\" LOGIN;")
    let folder = try project()
    let (client, answer) = try await run(
      "prisma-lsp.previewMigration", in: folder,
      schema: schema(url: database.url.replacing("postgres@", with: "\(role)@")))
    #expect(answer["result"]?["text"]?.string?.contains("ADD COLUMN") == true)
    try database.run("ALTER ROLE \"\(role)\" CONNECTION LIMIT 0")
    let uri = DocumentURI(path: folder.path + "/prisma/schema.prisma").string
    let again = try await client.request(
      "workspace/executeCommand",
      ["command": "prisma-lsp.previewMigration", "arguments": [.string(uri)]])
    let text = try #require(again["result"]?["text"]?.string)
    #expect(text.contains("-- from  PostgreSQL database \"\(database.name)\""))
    #expect(text.contains("-- note  the database was not read again: "))
    #expect(text.contains("ADD COLUMN"))
  }

  @Test(.enabled(if: TestServer.isAvailable, "\(TestServer.reason)"))
  func `what the data was not asked of is noted`() async throws {
    let database = try #require(TestServer.shared).makeDatabase()
    try database.run(Self.migration + "INSERT INTO \"User\" VALUES (1);")
    let folder = try project()
    let (client, answer) = try await run(
      "prisma-lsp.previewMigration", in: folder, schema: schema(url: database.url),
      options: ["database": ["facts": "exact"]])
    #expect(answer["result"]?["text"]?.string?.contains("since the data was asked") == false)
    let uri = try #require(answer["result"]?["uri"])
    let file = DocumentURI(path: folder.path + "/prisma/schema.prisma").string
    await client.change(file, (6, 0), nil, "  age Int\n")
    _ = try await client.pull(file)
    let text = try await client.request("workspace/textDocumentContent", ["uri": uri])
    #expect(
      text["result"]?["text"]?.string?.contains("since the data was asked") == true)
  }

  @Test func `there is no migration where there is nothing to migrate`() async throws {
    let all =
      Self.migration + """
        ALTER TABLE "User" ADD COLUMN "email" TEXT NOT NULL;
        CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
        """
    let folder = try project(migrations: ["20240101000000_first": all])
    let answer = try await run(
      "prisma-lsp.createMigration", in: folder, schema: schema(url: nil)
    ).answer
    #expect(answer["error"]?["message"]?.string?.contains("nothing to migrate") == true)
  }
}
