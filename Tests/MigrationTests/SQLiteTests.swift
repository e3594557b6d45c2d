import Testing

@testable import Migration

struct SQLiteTests {
  private func check(
    from previous: String?, to next: String, _ script: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try MigrationTests.check(
      from: previous, to: next, provider: "sqlite", script, sourceLocation: sourceLocation)
  }

  @Test func `a schema is made from nothing, foreign keys within their tables`() throws {
    try check(
      from: nil,
      to: """
        enum Size {
          SMALL
          LARGE @map("large")
        }
        model Shelf {
          id     Int      @id @default(autoincrement())
          code   String   @unique
          size   Size     @default(LARGE)
          madeAt DateTime @default(now())
          open   Boolean  @default(true)
          price  Decimal  @default(1.50)
          key    Bytes    @default("aGk=")
          data   Json     @default("{}")
          place  Unsupported("point")?
          boxes  Box[]
        }
        model Box {
          name    String @default("it's")
          shelf   Shelf  @relation(fields: [shelfId], references: [id])
          shelfId Int    @map("shelf_id")

          @@id([name, shelfId])
          @@index([shelfId(sort: Desc)])
          @@map("boxes")
        }
        model Label {
          id    BigInt @id
          shops Shop[]
        }
        model Shop {
          id     String  @id @default(dbgenerated("('x')"))
          labels Label[]
        }
        """,
      """
      -- CreateTable
      CREATE TABLE "Shelf" (
          "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
          "code" TEXT NOT NULL,
          "size" TEXT NOT NULL DEFAULT 'large',
          "madeAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
          "open" BOOLEAN NOT NULL DEFAULT true,
          "price" DECIMAL NOT NULL DEFAULT 1.50,
          "key" BLOB NOT NULL DEFAULT '6869',
          "data" JSONB NOT NULL DEFAULT {},
          "place" point
      );

      -- CreateTable
      CREATE TABLE "boxes" (
          "name" TEXT NOT NULL DEFAULT 'it''s',
          "shelf_id" INTEGER NOT NULL,

          PRIMARY KEY ("name", "shelf_id"),
          CONSTRAINT "boxes_shelf_id_fkey" FOREIGN KEY ("shelf_id") REFERENCES "Shelf" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
      );

      -- CreateTable
      CREATE TABLE "Label" (
          "id" BIGINT NOT NULL PRIMARY KEY
      );

      -- CreateTable
      CREATE TABLE "Shop" (
          "id" TEXT NOT NULL PRIMARY KEY DEFAULT ('x')
      );

      -- CreateTable
      CREATE TABLE "_LabelToShop" (
          "A" BIGINT NOT NULL,
          "B" TEXT NOT NULL,
          CONSTRAINT "_LabelToShop_A_fkey" FOREIGN KEY ("A") REFERENCES "Label" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
          CONSTRAINT "_LabelToShop_B_fkey" FOREIGN KEY ("B") REFERENCES "Shop" ("id") ON DELETE CASCADE ON UPDATE CASCADE
      );

      -- CreateIndex
      CREATE UNIQUE INDEX "Shelf_code_key" ON "Shelf"("code");

      -- CreateIndex
      CREATE INDEX "boxes_shelf_id_idx" ON "boxes"("shelf_id" DESC);

      -- CreateIndex
      CREATE UNIQUE INDEX "_LabelToShop_AB_unique" ON "_LabelToShop"("A", "B");

      -- CreateIndex
      CREATE INDEX "_LabelToShop_B_index" ON "_LabelToShop"("B");
      """)
  }

  @Test func `what rows can do without is added, all else makes the table anew`() throws {
    let before = """
      model A {
        id   Int     @id
        name String?
        old  Int?    @unique
        bs   B[]
      }
      model B {
        id  Int @id
        aId Int
        a   A   @relation(fields: [aId], references: [id], map: "first")
      }
      """
    try check(
      from: before,
      to: before.replacing("old ", with: "size BigInt? @default(0)\n  when DateTime?\n  old "),
      """
      -- AlterTable
      ALTER TABLE "A" ADD COLUMN "size" BIGINT DEFAULT 0;
      ALTER TABLE "A" ADD COLUMN "when" DATETIME;
      """)
    try check(
      from: before,
      to: before.replacing("name String?", with: "name String @default(\"x\")")
        .replacing("  old  Int?    @unique", with: "  new  Int?    @unique")
        .replacing("aId Int", with: "aId Int @unique").replacing("bs   B[]", with: "b    B?")
        .replacing("model B {", with: "model B {\n  c Float"),
      """
      -- RedefineTables
      PRAGMA defer_foreign_keys=ON;
      PRAGMA foreign_keys=OFF;
      CREATE TABLE "new_A" (
          "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
          "name" TEXT NOT NULL DEFAULT 'x',
          "new" INTEGER
      );
      INSERT INTO "new_A" ("id", "name") SELECT "id", coalesce("name", 'x') AS "name" FROM "A";
      DROP TABLE "A";
      ALTER TABLE "new_A" RENAME TO "A";
      CREATE UNIQUE INDEX "A_new_key" ON "A"("new");
      CREATE TABLE "new_B" (
          "c" REAL NOT NULL,
          "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
          "aId" INTEGER NOT NULL,
          CONSTRAINT "first" FOREIGN KEY ("aId") REFERENCES "A" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
      );
      INSERT INTO "new_B" ("aId", "id") SELECT "aId", "id" FROM "B";
      DROP TABLE "B";
      ALTER TABLE "new_B" RENAME TO "B";
      CREATE UNIQUE INDEX "B_aId_key" ON "B"("aId");
      PRAGMA foreign_keys=ON;
      PRAGMA defer_foreign_keys=OFF;
      """)
  }

  @Test func `a table goes with its foreign keys, and its indexes go before others are made anew`()
    throws
  {
    let gone = "model Gone {\n  id Int @id\n  a Int @unique\n}\n"
    let kept = "model Kept {\n  id Int @id\n  b Int\n}"
    try check(
      from: gone + kept, to: kept,
      """
      -- DropTable
      PRAGMA foreign_keys=off;
      DROP TABLE "Gone";
      PRAGMA foreign_keys=on;
      """)
    try check(
      from: gone + kept, to: "model Kept {\n  id Int @id\n}",
      """
      -- DropIndex
      DROP INDEX "Gone_a_key";

      -- DropTable
      PRAGMA foreign_keys=off;
      DROP TABLE "Gone";
      PRAGMA foreign_keys=on;

      -- RedefineTables
      PRAGMA defer_foreign_keys=ON;
      PRAGMA foreign_keys=OFF;
      CREATE TABLE "new_Kept" (
          "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT
      );
      INSERT INTO "new_Kept" ("id") SELECT "id" FROM "Kept";
      DROP TABLE "Kept";
      ALTER TABLE "new_Kept" RENAME TO "Kept";
      PRAGMA foreign_keys=ON;
      PRAGMA defer_foreign_keys=OFF;
      """)
  }

  @Test func `an index gets another name by being made anew`() throws {
    try check(
      from: "model A {\n  id Int @id\n  a Int\n  @@index([a])\n}",
      to: "model A {\n  id Int @id\n  a Int\n  @@index([a], map: \"i\")\n}",
      "-- RedefineIndex\nDROP INDEX \"A_a_idx\";\nCREATE INDEX \"i\" ON \"A\"(\"a\");")
  }

  @Test func `names and counting of keys are not compared`() throws {
    let model = "model A {\n  id Int @id\n  s String\n  b B? \n}\n"
    let other =
      "model B {\n  id Int @id @default(autoincrement())\n"
      + "  a A @relation(fields: [id], references: [id])\n}\nenum E {\n  X\n}"
    try check(
      from: model + other,
      to: (model + other).replacing(" @default(autoincrement())", with: "")
        .replacing("references: [id]", with: "references: [id], map: \"k\"")
        .replacing("s String", with: "s E"),
      "-- This is an empty migration.")
  }

  @Test func `what is told holds for SQLite`() throws {
    let plan = try plan(
      from: "model A {\n  id Int @id\n  a Int?\n  b String\n  gone Int\n}",
      to: """
        model A {
          id  Int    @id
          a   Int    @default(1)
          b   Int    @unique
          new Int
          j   Json?  @default("[]")
        }
        """, provider: "sqlite")
    #expect(
      plan.dataLoss.map(\.1) == [
        .dropColumn(table: "A", column: "gone"), .addedRequired(table: "A", column: "new"),
        .riskyCast(table: "A", column: "b", from: "String", to: "Int"),
        .uniqueAdded(table: "A", columns: ["b"]),
      ])
    let statements = plan.statements(SQLScript(plan, profile: .sevenTen))
    #expect(statements.map(\.object) == ["", "", "A", "A", "A", "A", "A", "", ""])
    #expect(statements.allSatisfy { $0.effect.lock == nil && $0.effect.lockedTables.isEmpty })
    #expect(
      statements.filter { !$0.effect.isTransactional }.map(\.sql)
        == ["PRAGMA foreign_keys=OFF", "PRAGMA foreign_keys=ON"])
    #expect(
      statements.filter(\.effect.rewrites).flatMap(\.hazards).map(\.code)
        == [.rewrite, .dataLoss, .willFail, .willFail, .willFail, .defect])
    #expect(DifferenceSummary(plan).sections.map(\.kind) == [.redefinedTable("A")])
  }
}
