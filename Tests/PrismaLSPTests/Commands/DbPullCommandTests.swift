import Foundation
import TestSupport
import Testing

@testable import PrismaLSP

/// `db pull`, as far as no database is needed.
@Suite struct DbPullArgumentsTests {
  @Test func refusesWhatDoesNotFit() async throws {
    let folder = try TemporaryFolder()
    try folder.write("datasource db {\n  provider = \"sqlite\"\n}\n", to: "lite.prisma")
    try folder.write("model A {\n  id Int @id\n}\n", to: "bare.prisma")
    try folder.write(
      "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Strin @id\n}\n",
      to: "broken.prisma")
    for (words, message) in [
      (["db"], "`db` needs a second word"),
      (["db", "pul"], "there is no command `db pul`"),
      (["db", "pull", "--schemas", ","], "names no database schema"),
      (["db", "pull"], "tried"),
      (["db", "pull", "--schema", "none.prisma"], "there is no file or folder `none.prisma`"),
      (["db", "pull", "--url", "postgresql://h/d", "none"], "there is no file or folder `none`"),
      (["db", "pull", "a.prisma", "b.prisma"], "into one schema, and 2 are named"),
      (["db", "pull", "lite.prisma"], "and `lite.prisma` is for sqlite"),
      (["db", "pull", "bare.prisma"], "error[P1012]: the schema `bare.prisma` has no datasource"),
      (["db", "pull", "broken.prisma"], "error[P1012]: the schema `broken.prisma` has errors"),
    ] {
      let result = await folder.run(words: words)
      #expect(result.exitCode == 1)
      #expect(result.output.isEmpty)
      #expect(result.errors.contains(message), "\(words): \(result.errors)")
    }
    let broken = await folder.run("db", "pull", "broken.prisma")
    #expect(broken.errors.contains("Strin"))
    #expect(broken.errors.contains("`--force`"))
    let json = await folder.run("db", "pull", "broken.prisma", "--output", "json")
    #expect(json.output.hasPrefix("{\"error\":{\"code\":\"P1012\""))
  }

  @Test func tellsOfItself() async throws {
    let folder = try TemporaryFolder()
    #expect(await folder.run("help", "db", "pull").output.contains("--schemas A,B"))
    #expect(await folder.run("help").output.contains("db pull"))
  }
}

/// `db pull` from a PostgreSQL of the tests' own.
@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct DbPullCommandTests {
  private func database(_ sql: String = "") throws -> TestDatabase {
    let database = try #require(TestServer.shared).makeDatabase()
    if !sql.isEmpty { try database.run(sql) }
    return database
  }

  private static let tables = """
    CREATE TYPE role AS ENUM ('admin', 'guest');
    CREATE TABLE users (
      id SERIAL PRIMARY KEY, mail TEXT NOT NULL UNIQUE, role role NOT NULL DEFAULT 'guest',
      CHECK (mail <> ''));
    CREATE TABLE posts (
      id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
      author INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
      at TIMESTAMPTZ NOT NULL DEFAULT now());
    CREATE INDEX posts_by_time ON posts (at DESC);
    """

  private static let datasource = "datasource db {\n  provider = \"postgresql\"\n}\n"

  @Test func writesTheSchema() async throws {
    let database = try database(Self.tables)
    let folder = try TemporaryFolder()
    try folder.write(
      Self.datasource + """
        /// Somebody.
        model User {
          id    Int    @id @default(autoincrement())
          email String @unique @map("mail")

          @@map("users")
        }
        """, to: "schema.prisma")
    let result = await folder.run("db", "pull", "--url", database.url)
    #expect(result.exitCode == 0)
    #expect(
      try folder.text("schema.prisma") == """
        datasource db {
          provider = "postgresql"
        }

        /// Somebody.
        model User {
          id    Int     @id @default(autoincrement())
          email String  @unique @map("mail")
          role  role    @default(guest)
          posts posts[]

          @@map("users")
        }

        model posts {
          id     String   @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid
          author Int
          at     DateTime @default(now()) @db.Timestamptz(6)
          User   User     @relation(fields: [author], references: [id], onDelete: Cascade, onUpdate: NoAction)

          @@index([at(sort: Desc)], map: "posts_by_time")
        }

        enum role {
          admin
          guest
        }

        """)
    #expect(result.output.hasPrefix("pulled 2 models and 1 enum from PostgreSQL database"))
    #expect(result.output.hasSuffix("\nwrote schema.prisma\n"))
    #expect(result.errors.contains("check constraints"))
    #expect(result.errors.contains("\n  - User.users_mail_check\n"))
    #expect(
      result.errors.hasSuffix(
        "note: kept of your schema: names of models (1), names of fields (1)\n"))
    #expect(!(result.output + result.errors).contains(database.url))
    let again = await folder.run("db", "pull", "--url", database.url)
    #expect(again.output.hasSuffix("\nthe schema is as the database is already\n"))
  }

  @Test func printsWithoutWriting() async throws {
    let database = try database(Self.tables)
    let folder = try TemporaryFolder()
    let user = "model users {\n  id Int @id\n}\n"
    try folder.write(Self.datasource, to: "schema/base.prisma")
    try folder.write(user, to: "schema/models/user.prisma")
    let result = await folder.run("db", "pull", "schema", "--print", "--url", database.url)
    #expect(result.exitCode == 0)
    let lines = result.output.split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("// ") } == [
        "// base.prisma", "// models/user.prisma", "// introspected.prisma",
      ])
    #expect(lines.contains("model posts {"))
    #expect(try folder.text("schema/models/user.prisma") == user)
    let json = await folder.run(
      "db", "pull", "schema", "--print", "--url", database.url, "--output", "json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let files = try #require(document["files"] as? [[String: Any]])
    #expect(files.compactMap { $0["file"] as? String }.count == 3)
    #expect(files.compactMap { $0["changed"] as? Bool } == [false, true, true])
    #expect(files.allSatisfy { $0["text"] is String })
    let warnings = try #require(document["warnings"] as? [[String: Any]])
    #expect(warnings.compactMap { $0["kind"] as? String } == ["checkConstraints"])
    #expect(document["models"] as? Int == 2)
    #expect(json.errors.isEmpty)
  }

  @Test func severalFiles() async throws {
    let database = try database("CREATE TABLE a (id INT PRIMARY KEY);")
    let folder = try TemporaryFolder()
    try folder.write(Self.datasource, to: "prisma/schema/base.prisma")
    try folder.write("model a {\n  id Int @id\n}\n", to: "prisma/schema/a.prisma")
    let before =
      try FileManager.default.attributesOfItem(
        atPath: folder.url.appending(path: "prisma/schema/a.prisma").path)[.systemFileNumber]
      as? Int
    _ = await folder.run("db", "pull", "prisma/schema", "--url", database.url)
    #expect(!folder.url.appending(path: "prisma/schema/introspected.prisma").isThere)
    try database.run("CREATE TABLE b (id INT PRIMARY KEY);")
    let result = await folder.run("db", "pull", "prisma/schema", "--url", database.url)
    #expect(result.output.hasSuffix("\nwrote prisma/schema/introspected.prisma\n"))
    #expect(
      try folder.text("prisma/schema/introspected.prisma") == "model b {\n  id Int @id\n}\n")
    let after =
      try FileManager.default.attributesOfItem(
        atPath: folder.url.appending(path: "prisma/schema/a.prisma").path)[.systemFileNumber]
      as? Int
    #expect(before == after)
  }

  @Test func newSchema() async throws {
    let database = try database("CREATE TABLE a (id INT PRIMARY KEY);")
    let folder = try TemporaryFolder()
    let result = await folder.run("db", "pull", "--url", database.url)
    #expect(result.output.hasSuffix("\nwrote prisma/schema.prisma\n"))
    #expect(
      try folder.text("prisma/schema.prisma")
        == Self.datasource + "\nmodel a {\n  id Int @id\n}\n")
    let old = try TemporaryFolder()
    _ = await old.run("db", "pull", "new.prisma", "--url", database.url, "--prisma-version", "6")
    #expect(try old.text("new.prisma").contains("  url      = env(\"DATABASE_URL\")\n"))
  }

  @Test func force() async throws {
    let database = try database("CREATE TABLE a (id INT PRIMARY KEY);")
    let folder = try TemporaryFolder()
    try folder.write(
      Self.datasource + "model B {\n  id Strin @id\n\n  @@map(\"a\")\n}\n", to: "schema.prisma")
    #expect(await folder.run("db", "pull", "--url", database.url).exitCode == 1)
    #expect(await folder.run("db", "pull", "--url", database.url, "--force").exitCode == 0)
    #expect(
      try folder.text("schema.prisma") == Self.datasource + "\nmodel a {\n  id Int @id\n}\n")
  }

  @Test func databaseSchemas() async throws {
    let database = try database(
      """
      CREATE SCHEMA auth;
      CREATE TABLE auth.users (id INT PRIMARY KEY);
      CREATE TABLE posts (id INT PRIMARY KEY, author INT REFERENCES auth.users);
      """)
    let folder = try TemporaryFolder()
    try folder.write(Self.datasource, to: "schema.prisma")
    let outside = await folder.run("db", "pull", "--url", database.url)
    #expect(outside.exitCode == 1)
    #expect(outside.errors.hasPrefix("error[P4002]"))
    let result = await folder.run(
      "db", "pull", "--url", database.url, "--schemas", "public, auth")
    #expect(result.exitCode == 0)
    let text = try folder.text("schema.prisma")
    #expect(text.contains("  schemas  = [\"auth\", \"public\"]\n"))
    #expect(text.contains("@@schema(\"auth\")"))
    // The datasource lists them now.
    #expect(await folder.run("db", "pull", "--url", database.url).exitCode == 0)
    #expect(try folder.text("schema.prisma") == text)
  }

  @Test func viewsWithTheirQueries() async throws {
    let database = try database(
      """
      CREATE TABLE a (id INT PRIMARY KEY);
      CREATE VIEW v AS SELECT id FROM a;
      CREATE VIEW "../../out" AS SELECT id FROM a;
      """)
    let folder = try TemporaryFolder()
    try folder.write(
      "generator js {\n  provider = \"prisma-client-js\"\n  previewFeatures = [\"views\"]\n}\n"
        + Self.datasource, to: "p/q/schema.prisma")
    let result = await folder.run("db", "pull", "p/q/schema.prisma", "--url", database.url)
    #expect(result.exitCode == 0)
    #expect(try folder.text("p/q/schema.prisma").contains("view v {\n  id Int?\n}"))
    #expect(try folder.text("p/q/views/public/v.sql").contains("SELECT"))
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appending(path: "p/q/views/public").path) == ["v.sql"])
    #expect(!folder.url.appending(path: "p/q/out.sql").isThere)
  }

  @Test func saysWhyNot() async throws {
    let database = try database()
    let folder = try TemporaryFolder()
    try folder.write(Self.datasource, to: "schema.prisma")
    let empty = await folder.run("db", "pull", "--url", database.url)
    #expect(empty.errors.hasPrefix("error[P4001]"))
    let absent = await folder.run(
      "db", "pull", "--url", database.url.replacing(database.name, with: "absent"))
    #expect(absent.errors.hasPrefix("error[P1003]"))
    let unreachable = await folder.run(
      "db", "pull", "--output", "json", "--url", "postgresql://u:secret@localhost/d?host=/none")
    #expect(unreachable.output.hasPrefix("{\"error\":{\"code\":\"P1001\""))
    #expect(!unreachable.output.contains("secret"))
    for result in [empty, absent, unreachable] { #expect(result.exitCode == 1) }
    #expect(try folder.text("schema.prisma") == Self.datasource)
  }
}

extension URL {
  fileprivate var isThere: Bool { FileManager.default.fileExists(atPath: path) }
}
