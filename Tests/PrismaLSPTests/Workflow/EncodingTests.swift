import Foundation
import Postgres
import TestSupport
import Testing

@testable import PrismaLSP

/// Names and rows beyond ASCII, in databases of all kinds of encodings and collations.
@Suite(.enabled(if: TestServer.isAvailable, Comment(rawValue: TestServer.reason)))
struct EncodingTests {
  /// The options of a database.
  enum Kind: String, CaseIterable {
    case unicode = "ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
    case plain = "ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
    case icu = "ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'de'"
    case latin = "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'"
    case ascii = "ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"

    var isKnown: Bool { self != .icu || (TestServer.shared?.majorVersion ?? 0) >= 15 }
  }

  private static let models = """
    enum Gang {
      Fuss @map("Fußgänger")
      Rad
    }

    model Strasse {
      id    Int    @id @default(autoincrement())
      name  String @default("Grüße") @map("Größe")
      gang  Gang   @default(Fuss)
      @@map("Straße")
    }

    """

  private func rows(_ project: TestProject, _ sql: String) async throws -> [[String?]] {
    let connection = try await Connection.open(ConnectionURL(project.database.url))
    let rows = try await connection.query(sql).rows
    await connection.close()
    return rows
  }

  private func execute(_ project: TestProject, _ sql: String) async -> TestProject.Result {
    await project.run(
      "db", "execute", "--stdin", "--schema", "prisma/schema.prisma", input: sql)
  }

  @Test(arguments: Kind.allCases.filter(\.isKnown))
  func keepsWhatIsBeyondASCII(_ kind: Kind) async throws {
    let project = try TestProject(models: Self.models, options: kind.rawValue)
    let first = await project.run("migrate", "dev", "-n", "Über alles")
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(project.migrations.first?.hasSuffix("_ueber_alles") == true)
    let seed = await execute(
      project, "INSERT INTO \"Straße\" (\"Größe\") VALUES ('Zürich'), (DEFAULT);")
    #expect(seed.exitCode == 0, "\(seed.errors)")
    #expect(
      try await rows(project, "SELECT \"Größe\", gang FROM \"Straße\" ORDER BY id") == [
        ["Zürich", "Fußgänger"], ["Grüße", "Fußgänger"],
      ])
    let same = await project.run("migrate", "dev")
    #expect(same.output.contains("Nothing to migrate"), "\(same.output)\(same.errors)")
    let pulled = await project.run("db", "pull", "--print")
    #expect(pulled.output.contains("@@map(\"Straße\")"), "\(pulled.errors)")
    #expect(pulled.output.contains("@default(\"Grüße\") @map(\"Größe\")"))
    #expect(pulled.output.contains("@map(\"Fußgänger\")"))

    try project.write(
      models: Self.models.replacing("  Rad\n", with: "  Rad\n  Laeufer @map(\"Läufer\")\n")
        .replacing("  gang ", with: "  ort String? @map(\"Öde\")\n  gang "))
    let second = await project.run("migrate", "dev", "-n", "y")
    #expect(second.exitCode == 0, "\(second.errors)")
    #expect(await project.run("migrate", "dev").output.contains("Nothing to migrate"))
    let filled = await execute(project, "UPDATE \"Straße\" SET \"Öde\" = 'ö';")
    #expect(filled.exitCode == 0, "\(filled.errors)")
    let refused = await project.run("migrate", "down", "--force")
    #expect(refused.errors.contains("`Öde` of `Straße` goes with its 2 values"))
    let down = await project.run("migrate", "down", "--force", "--accept-data-loss")
    #expect(down.exitCode == 0, "\(down.errors)")
    #expect(await project.run("migrate", "deploy").exitCode == 0)
    #expect(await project.run("migrate", "dev").output.contains("Nothing to migrate"))
    let pushed = await project.run("db", "push")
    #expect(pushed.output.contains("already"), "\(pushed.errors)")
  }

  @Test(arguments: Kind.allCases.filter(\.isKnown))
  func tellsThePlaceOfAnError(_ kind: Kind) async throws {
    let project = try TestProject(options: kind.rawValue)
    let umlauts = String(repeating: "ä", count: 60)
    try project.write(
      migration: "1_a", "-- \(umlauts)\n-- \(umlauts)\nSELECT 1;\nSELECT nowhere;\n-- end\n")
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("  4  SELECT nowhere;\n"), "\(result.errors)")
    #expect(!result.errors.contains("-- end"), "\(result.errors)")
  }

  @Test func tellsWhatTheEncodingHasNot() async throws {
    let project = try TestProject(options: Kind.latin.rawValue)
    try project.write(migration: "1_a", "CREATE TABLE a (t text DEFAULT '日本');\n")
    let result = await project.run("migrate", "deploy")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("22P05"), "\(result.errors)")
    #expect(result.errors.contains("\"LATIN1\""), "\(result.errors)")
    #expect(try project.records() == ["1_a|failed"])
    #expect(try project.tables() == [])
  }
}
