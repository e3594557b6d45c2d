import SchemaModel
import SchemaParser
import Testing

@testable import Migration
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

  @Test func `a database that is out of reach is offline`() throws {
    let (first, analysis) = try preview(from: Self.before, to: Self.before)
    var preview = first
    preview.baseline = MigrationBaseline(
      structure: preview.baseline.structure, origin: .database("shop"), time: "10:21:33")
    func title() -> String? { analysis.migrationLenses(ofFile: 0, preview).first?.title }
    #expect(title() == "nothing to migrate · shop")
    preview.baseline.isOutOfReach = true
    #expect(title() == "nothing to migrate · offline, shop as of 10:21:33")
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
    preview.statements[0].facts = [
      HazardFact(
        "`User` has 3 rows", provesFailure: true, code: .willFail, columns: ["surname"],
        evidence: .rows)
    ]
    let certain = preview.findings.filter(\.isCertain)
    #expect(certain.map(\.code) == ["migration-will-fail"])
    #expect(certain.first?.message.contains("`User` has 3 rows") == true)
    #expect(preview.text(schema: "a", preview.statements).contains("--   `User` has 3 rows\n"))
  }

  /// A step with two hazards of one kind, and a fact on one of them.
  private func withFacts(_ facts: [HazardFact]) throws -> MigrationPreview {
    var (preview, _) = try preview(
      from: "model User {\n  id Int @id\n  a String?\n  b String?\n}\n", to: Self.required)
    preview.statements[0].facts = facts
    return preview
  }

  private static let required = "model User {\n  id Int @id\n  a String\n  b String\n}\n"

  private static let nulls = HazardFact(
    "2 rows have NULL in `b`", provesFailure: true, code: .willFail, columns: ["b"],
    evidence: .nulls)
  private static let none = HazardFact(
    "no row stands in the way now", code: .willFail, columns: ["a"], evidence: .nulls,
    isAbsence: true)

  @Test func `a fact is told of the hazard that it decides, at its field`() throws {
    let preview = try withFacts([Self.nulls])
    let findings = preview.findings.filter { $0.code == "migration-will-fail" }
    #expect(findings.map(\.isCertain) == [false, true])
    #expect(findings.map { $0.message.contains("NULL in `b`") } == [false, true])
    let bytes = Array((Self.datasource + Self.required).utf8)
    let marked = findings.map { finding in
      String(
        decoding: bytes[finding.place.range.start..<finding.place.range.end], as: UTF8.self)
    }
    #expect(marked == ["a", "b"])
    let lines = preview.text(schema: "a", preview.statements).split(separator: "\n")
    let place = try #require(lines.firstIndex { $0.contains("without a value in `b`") })
    #expect(lines[place + 1] == "--   2 rows have NULL in `b`")
    // Who looks at a field reads of its hazards alone.
    let hazards = preview.statements[0].hazards(at: findings[1].place).filter {
      $0.code == .willFail
    }
    #expect(hazards.map(\.columns) == [["b"]])
  }

  @Test func `the hazards of a column that is gone stand with the model`() throws {
    let (preview, _) = try preview(
      from: "model User {\n  id Int @id\n  a String?\n  gone String?\n}\n",
      to: "model User {\n  id Int @id\n  a String\n  b Int\n}\n")
    let entry = preview.statements[0]
    func codes(_ place: FileRange) -> Set<String> {
      Set(entry.hazards(at: place).flatMap(\.columns))
    }
    #expect(entry.places.map(codes) == [["a", "b", "gone"], ["a"], ["b"]])
  }

  /// A preview whose only statement has hazards that say that so many of its changes are none.
  private func repeating(_ count: Int) throws -> MigrationPreview {
    var (preview, _) = try preview(
      from: "model User {\n  id Int @id\n  a Int?\n  b Int?\n}\n",
      to: "model User {\n  id Int @id\n  a Int? @default(1)\n  b Int? @default(1)\n}\n")
    let entry = preview.statements[0]
    let hazard = Hazard(code: .defect, message: "this changes nothing", isWithoutEffect: true)
    preview.statements[0] = MigrationPreview.Statement(
      statement: MigrationStatement(
        step: 0, kind: "AlterTable", object: "User", sql: entry.statement.sql,
        effect: entry.statement.effect, hazards: Array(repeating: hazard, count: count)),
      subject: entry.subject, declaration: entry.declaration, places: entry.places,
      columnPlaces: [:], changeCount: entry.changeCount)
    return preview
  }

  @Test func `statements that change nothing are not counted among the others`() throws {
    let one = try repeating(1)
    #expect(MigrationPreview.summary(of: one.statements) == "1 statement · 1 hazard")
    let both = try repeating(2)
    let analysis = analysis("model User {\n  id Int @id\n}\n")
    #expect(
      MigrationPreview.summary(of: both.statements)
        == "nothing to migrate · 1 statement changes nothing")
    #expect(
      analysis.migrationLenses(ofFile: 0, both).first?.title.hasPrefix("nothing to migrate · ")
        == true)
    let text = both.text(schema: "a", both.statements)
    #expect(text.contains("-- M009: this changes nothing\n"))
    let (other, _) = try preview(from: Self.before, to: Self.after)
    #expect(
      MigrationPreview.summary(of: both.statements + other.statements)?
        .hasSuffix(" hazards · 1 statement changes nothing") == true)
  }

  @Test func `what nothing stands in the way of is not marked, and the text says why`() throws {
    let preview = try withFacts([Self.none, Self.nulls])
    #expect(preview.findings.filter { $0.code == "migration-will-fail" }.map(\.isCertain) == [true])
    #expect(
      preview.text(schema: "a", preview.statements)
        .contains("in `a` make it fail; fill them first\n--   no row stands in the way now\n"))
  }

  @Test func `what only the database knows to fail is told, too`() throws {
    let preview = try withFacts([
      HazardFact("`i` belongs to a constraint", provesFailure: true, code: .defect)
    ])
    #expect(preview.findings.filter(\.isCertain).map(\.code) == ["migration-defect"])
    #expect(
      preview.text(schema: "a", preview.statements).contains(
        "-- M009: `i` belongs to a constraint\n"))
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
    #expect(
      proposal.renamingTitle
        == "Rename `User.name` to `surname` in the database, instead of drop and add")
    #expect(proposal.arguments == ["User.name=surname"])
    let text = analysis.texts(after: analysis.edit(for: proposal))[0]
    #expect(text.contains("surname String @map(\"name\")\n"))

    let (other, renamed) = try self.preview(
      from: Self.before, to: Self.before.replacing("User", with: "Person"))
    let table = try #require(other.renameProposals(in: renamed).first)
    #expect(table.arguments == ["User=Person"])
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

  /// The preview with renames that the user wants.
  private func preview(
    from before: String, to after: String, renames: [SQLRename]
  ) throws -> (preview: MigrationPreview, analysis: Analysis) {
    let structure = try #require(SQLSchema(analysis(before).schema, profile: .sevenTen))
    let baseline = MigrationBaseline(structure: structure, origin: .nothing, time: "")
    let after = analysis(after)
    return (
      try #require(
        MigrationPreview(after, baseline: baseline, profile: .sevenTen, renames: renames)), after
    )
  }

  private static let user = QualifiedName(namespace: "public", name: "User")

  @Test func `what is wanted to be renamed is, and can be taken back`() throws {
    let after = "model Person {\n  id Int @id\n  surname String\n}\n"
    let (preview, analysis) = try preview(
      from: Self.before, to: after,
      renames: [
        SQLRename(table: Self.user, to: "Person"),
        SQLRename(table: Self.user, column: "name", to: "surname"),
      ])
    #expect(
      preview.statements.map(\.statement.sql) == [
        "ALTER TABLE \"User\" RENAME COLUMN \"name\" TO \"surname\"",
        "ALTER TABLE \"User\" RENAME TO \"Person\"",
        "ALTER TABLE \"Person\" RENAME CONSTRAINT \"User_pkey\" TO \"Person_pkey\"",
      ])
    #expect(preview.renameProposals(in: analysis).isEmpty)
    let confirmed = preview.confirmedRenames(in: analysis)
    #expect(
      confirmed.map(\.title) == [
        "Drop `User.name` and add `surname` after all, instead of the rename",
        "Drop `User` and add `Person` after all, instead of the rename",
      ])
    #expect(confirmed.map(\.arguments) == [["User=Person"], ["User.name=surname"]])
    #expect(!preview.findings.contains { $0.code == "migration-data-loss" })
  }

  @Test func `a column of a renamed table is proposed by the names before`() throws {
    let after = "model Person {\n  id Int @id\n  surname String\n}\n"
    let (preview, analysis) = try preview(
      from: Self.before, to: after, renames: [SQLRename(table: Self.user, to: "Person")])
    #expect(
      preview.renameProposals(in: analysis).map(\.arguments) == [
        ["User=Person", "User.name=surname"]
      ])
  }

  @Test(arguments: [
    // What the schema still has, what it lacks, and what was never there.
    SQLRename(table: user, column: "id", to: "surname"),
    SQLRename(table: user, column: "name", to: "nickname"),
    SQLRename(table: user, column: "nothing", to: "surname"),
    SQLRename(table: user, to: "Post"),
    SQLRename(table: user.with(name: "Nothing"), to: "Post"),
  ])
  func `a rename that the schema does not make is left out`(rename: SQLRename) throws {
    let (preview, _) = try preview(from: Self.before, to: Self.after, renames: [rename])
    #expect(preview.plan.renames.isEmpty)
    #expect(preview.statements.map(\.statement.kind) == ["AlterTable", "CreateTable"])
  }

  @Test func `of two renames to one name the first counts`() throws {
    let (preview, _) = try preview(
      from: "model User {\n  id Int @id\n  a String\n  b String\n}\n",
      to: "model User {\n  id Int @id\n  c String\n}\n",
      renames: ["a", "b"].map { SQLRename(table: Self.user, column: $0, to: "c") })
    #expect(preview.plan.renames.map(\.column) == ["a"])
  }

  @Test(arguments: [
    (SQLRename(table: user, column: "name", to: "surname"), "rename_name_of_user_to_surname"),
    (SQLRename(table: user, to: "Person"), "rename_user_to_person"),
  ])
  func `a migration that renames is called so`(rename: SQLRename, name: String) throws {
    let after =
      rename.column == nil
      ? Self.before.replacing("User", with: "Person")
      : Self.before.replacing("name", with: "surname")
    let (preview, _) = try preview(from: Self.before, to: after, renames: [rename])
    #expect(preview.suggestedName == name)
  }

  @Test func `a name with a point can't be given to a command`() throws {
    let (preview, analysis) = try preview(
      from: "model User {\n  id Int @id\n  a String @map(\"a.b\")\n}\n",
      to: "model User {\n  id Int @id\n  a String\n}\n", renames: [])
    let proposal = try #require(preview.renameProposals(in: analysis).first)
    #expect(proposal.arguments == nil)
  }

  @Test func `no SQL is made for another database than there is`() throws {
    let baseline = MigrationBaseline(
      structure: SQLSchema(dialect: .sqlite, origin: .empty), origin: .nothing, time: "")
    #expect(MigrationPreview(analysis(Self.before), baseline: baseline, profile: .sevenTen) == nil)
  }
}
