import Migration
import SchemaModel
import SchemaParser
import Testing

@testable import SchemaIDE

struct MigrationPreviewTests {
  private static let datasource = "datasource db {\n  provider = \"postgresql\"\n}\n"

  private func analysis(_ models: String) -> Analysis { .of([Self.datasource + models]) }

  private func preview(
    from before: String, to after: String, notes: [String] = []
  ) throws -> (preview: MigrationPreview, analysis: Analysis) {
    let structure = try #require(SQLSchema(analysis(before).schema, profile: .sevenTen))
    let baseline = MigrationBaseline(
      structure: structure,
      origin: .migrations(path: "prisma/migrations", count: 3), time: "10:21:33", notes: notes)
    let after = analysis(after)
    return (
      try #require(MigrationPreview(after, baseline: baseline, profile: .sevenTen)), after
    )
  }

  private static let before = """
    model User {
      id   Int @id
      name String
    }

    """
  private static let after = """
    model User {
      id      Int @id
      surname String
    }

    model Post {
      id Int @id
    }

    """

  @Test func `the text says where it starts, what stands in the way, and the SQL`() throws {
    let (preview, _) = try preview(from: Self.before, to: Self.after, notes: ["no\nconnection"])
    let lines = preview.text(schema: "schema.prisma", preview.statements).split(separator: "\n")
    #expect(lines[0] == "-- The next migration, as a preview. Nothing has been changed.")
    #expect(lines[1] == "-- from  the 3 migrations in prisma/migrations, read at 10:21:33")
    #expect(lines[2] == "-- to    schema.prisma")
    #expect(lines[3] == "-- note  no connection")
    #expect(lines[4].hasPrefix("-- 2 statements · loses data"))
    #expect(lines.contains("-- AlterTable"))
    #expect(lines.contains { $0.hasPrefix("-- M001: the column `name` of `User` goes") })
    #expect(lines.contains("-- locks `User`: ACCESS EXCLUSIVE"))
    let sql = lines.filter { !$0.hasPrefix("--") }.joined(separator: "\n")
    #expect(
      sql == """
        ALTER TABLE "User" DROP COLUMN "name",
        ADD COLUMN     "surname" TEXT NOT NULL;
        CREATE TABLE "Post" (
            "id" INTEGER NOT NULL,
            CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
        );
        """)
  }

  @Test func `nothing to do is said in words`() throws {
    let (preview, analysis) = try preview(from: Self.before, to: Self.before)
    #expect(preview.isEmpty && preview.findings.isEmpty)
    #expect(preview.text(schema: "a", []).contains("Nothing to do"))
    #expect(
      analysis.migrationLenses(ofFile: 0, preview).map(\.title)
        == ["nothing to migrate · offline, from the migrations folder"])
  }

  @Test func `statements lead to the fields and models that they come from`() throws {
    let (preview, analysis) = try preview(from: Self.before, to: Self.after)
    let text = Self.datasource + Self.after
    func word(_ place: FileRange) -> String {
      let bytes = Array(text.utf8)[place.range.start..<place.range.end]
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(preview.statements.map { $0.places.map(word) } == [["User", "surname"], ["Post"]])
    let user = try #require(analysis.schema.dataType(named: Name("User")))
    #expect(preview.statements(of: user).map(\.statement.kind) == ["AlterTable"])
    let surname = try #require(preview.statements[0].places.last)
    #expect(preview.statements(at: surname).count == 1)
    #expect(
      analysis.migrationLenses(ofFile: 0, preview).map { ($0.model ?? "-") + ": " + $0.title }
        .sorted()
        .dropFirst().map { $0.prefix { $0 != "·" } } == ["Post: 1 statement", "User: 1 statement "])
  }

  @Test func `mapped and renamed declarations are found by their names in the database`() throws {
    let (preview, _) = try preview(
      from: "model A {\n  id Int @id\n  @@map(\"people\")\n}\n",
      to: "model B {\n  id Int @id\n  n String? @map(\"full_name\")\n  @@map(\"people\")\n}\n")
    #expect(preview.statements.map(\.places.count) == [1])
    #expect(preview.statements[0].statement.sql.contains("\"full_name\""))
  }

  @Test func `what is gone from the schema has no place in it`() throws {
    let (preview, _) = try preview(from: Self.after, to: Self.before)
    let drop = try #require(preview.statements.first { $0.subject.isDropped })
    #expect(drop.places.isEmpty && drop.declaration == nil)
    #expect(!preview.findings.contains { $0.message.contains("DROP TABLE") })
  }

  @Test func `a finding is certain when the database says so`() throws {
    var (preview, _) = try preview(from: Self.before, to: Self.after)
    #expect(
      preview.findings.map(\.code).sorted() == [
        "migration-data-loss", "migration-probable-rename", "migration-will-fail",
      ])
    #expect(preview.findings.allSatisfy { !$0.isCertain })
    preview.statements[0].facts = [HazardFact("`User` has 3 rows", provesFailure: true)]
    let certain = preview.findings.filter(\.isCertain)
    #expect(certain.map(\.code) == ["migration-will-fail"])
    #expect(certain.first?.message.contains("`User` has 3 rows") == true)
    #expect(preview.text(schema: "a", preview.statements).contains("--   `User` has 3 rows\n"))
  }

  @Test(arguments: [
    ("", "model UserProfile {\n  id Int @id\n}\n", "add_user_profile"),
    (Self.before, "", "remove_user"),
    (
      Self.before, "model User {\n  id Int @id\n  name String\n  nickName String?\n}\n",
      "add_nick_name_to_user"
    ),
    (Self.before, "model User {\n  id Int @id\n}\n", "remove_name_from_user"),
    (Self.before, "model User {\n  id Int @id\n  name Int\n}\n", "change_user"),
    (Self.before, Self.after, "change_post_and_user"),
  ])
  func `a name is proposed by what changes`(before: String, after: String, name: String) throws {
    let (preview, _) = try preview(from: before, to: after)
    #expect(preview.suggestedName == name)
  }

  @Test func `a column or table with a new name can be kept`() throws {
    let (preview, analysis) = try preview(from: Self.before, to: Self.after)
    let proposal = try #require(preview.renameProposals(in: analysis).first)
    #expect(proposal.title == "Keep `User.name` in the database: add `@map(\"name\")`")
    #expect(proposal.argument == "User.name=surname")
    let text = analysis.texts(after: analysis.edit(for: proposal))[0]
    #expect(text.contains("surname String @map(\"name\")\n"))

    let (other, renamed) = try self.preview(
      from: Self.before, to: Self.before.replacing("User", with: "Person"))
    let table = try #require(other.renameProposals(in: renamed).first)
    #expect(table.argument == "User=Person")
    let mapped = renamed.texts(after: renamed.edit(for: table))[0]
    #expect(mapped.contains("@@map(\"User\")"))
    let kept = try #require(SQLSchema(self.analysis(Self.before).schema, profile: .sevenTen))
    let baseline = MigrationBaseline(structure: kept, origin: .nothing, time: "")
    let again = try #require(
      MigrationPreview(Analysis.of([mapped]), baseline: baseline, profile: .sevenTen))
    #expect(
      again.statements.map(\.statement.sql) == [
        "ALTER TABLE \"User\" RENAME CONSTRAINT \"User_pkey\" TO \"Person_pkey\""
      ] || again.isEmpty)
  }

  @Test func `no SQL is made for another database than there is`() throws {
    let baseline = MigrationBaseline(
      structure: SQLSchema(dialect: .sqlite, origin: .empty), origin: .nothing, time: "")
    #expect(MigrationPreview(analysis(Self.before), baseline: baseline, profile: .sevenTen) == nil)
  }
}
