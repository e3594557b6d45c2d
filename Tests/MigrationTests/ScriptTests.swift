import TestSupport
import Testing

@testable import Migration

struct ScriptTests {
  private let shop = """
    enum Size {
      SMALL
      LARGE @map("large")
    }
    model Shelf {
      id       BigInt    @id @default(autoincrement())
      code     String    @unique @db.VarChar(20)
      size     Size      @default(LARGE)
      tags     String[]  @default(["a", "it's"])
      madeAt   DateTime  @default(now())
      opened   DateTime  @default("2024-05-17T12:30:00.120+02:00") @db.Timestamptz(6)
      weight   Decimal   @default(1.50) @db.Decimal(8, 2)
      key      Bytes     @default("aGk=")
      place    Unsupported("point")?
      boxes    Box[]
    }
    model Box {
      id      String @id @default(uuid()) @db.Uuid
      shelf   Shelf? @relation(fields: [shelfId], references: [id])
      shelfId BigInt? @map("shelf_id")
      data    Json   @default("{}")
      labels  Label[]

      @@index([shelfId, id(sort: Desc)])
      @@index([data], type: Gin, map: "box_data")
      @@map("boxes")
    }
    model Label {
      id    Int   @id
      boxes Box[]
    }
    """

  @Test func `a schema is made from nothing`() throws {
    try check(
      from: nil, to: shop,
      """
      -- CreateSchema
      CREATE SCHEMA IF NOT EXISTS "public";

      -- CreateEnum
      CREATE TYPE "Size" AS ENUM ('SMALL', 'large');

      -- CreateTable
      CREATE TABLE "Shelf" (
          "id" BIGSERIAL NOT NULL,
          "code" VARCHAR(20) NOT NULL,
          "size" "Size" NOT NULL DEFAULT 'large',
          "tags" TEXT[] DEFAULT ARRAY['a', 'it''s']::TEXT[],
          "madeAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
          "opened" TIMESTAMPTZ(6) NOT NULL DEFAULT '2024-05-17 12:30:00.120 +02:00',
          "weight" DECIMAL(8,2) NOT NULL DEFAULT 1.50,
          "key" BYTEA NOT NULL DEFAULT '\\x6869',
          "place" point,

          CONSTRAINT "Shelf_pkey" PRIMARY KEY ("id")
      );

      -- CreateTable
      CREATE TABLE "boxes" (
          "id" UUID NOT NULL,
          "shelf_id" BIGINT,
          "data" JSONB NOT NULL DEFAULT '{}',

          CONSTRAINT "boxes_pkey" PRIMARY KEY ("id")
      );

      -- CreateTable
      CREATE TABLE "Label" (
          "id" INTEGER NOT NULL,

          CONSTRAINT "Label_pkey" PRIMARY KEY ("id")
      );

      -- CreateTable
      CREATE TABLE "_BoxToLabel" (
          "A" UUID NOT NULL,
          "B" INTEGER NOT NULL,

          CONSTRAINT "_BoxToLabel_AB_pkey" PRIMARY KEY ("A","B")
      );

      -- CreateIndex
      CREATE UNIQUE INDEX "Shelf_code_key" ON "Shelf"("code");

      -- CreateIndex
      CREATE INDEX "boxes_shelf_id_id_idx" ON "boxes"("shelf_id", "id" DESC);

      -- CreateIndex
      CREATE INDEX "box_data" ON "boxes" USING GIN ("data");

      -- CreateIndex
      CREATE INDEX "_BoxToLabel_B_index" ON "_BoxToLabel"("B");

      -- AddForeignKey
      ALTER TABLE "boxes" ADD CONSTRAINT "boxes_shelf_id_fkey" FOREIGN KEY ("shelf_id") REFERENCES "Shelf"("id") ON DELETE SET NULL ON UPDATE CASCADE;

      -- AddForeignKey
      ALTER TABLE "_BoxToLabel" ADD CONSTRAINT "_BoxToLabel_A_fkey" FOREIGN KEY ("A") REFERENCES "boxes"("id") ON DELETE CASCADE ON UPDATE CASCADE;

      -- AddForeignKey
      ALTER TABLE "_BoxToLabel" ADD CONSTRAINT "_BoxToLabel_B_fkey" FOREIGN KEY ("B") REFERENCES "Label"("id") ON DELETE CASCADE ON UPDATE CASCADE;
      """)
  }

  @Test func `nothing changes, nothing is done`() throws {
    try check(from: shop, to: shop, "-- This is an empty migration.")
  }

  @Test func `columns are dropped, added by name, and altered`() throws {
    try check(
      from: "model A {\n  id Int @id\n  old Int\n  b String\n  c String?\n  d Int @default(1)\n}",
      to: """
        model A {
          id Int @id
          z Int?
          e Int @default(0)
          b String?
          c String @default("x") @db.VarChar(9)
          d Int
        }
        """,
      """
      -- AlterTable
      ALTER TABLE "A" DROP COLUMN "old",
      ADD COLUMN     "e" INTEGER NOT NULL DEFAULT 0,
      ADD COLUMN     "z" INTEGER,
      ALTER COLUMN "b" DROP NOT NULL,
      ALTER COLUMN "c" SET NOT NULL,
      ALTER COLUMN "c" SET DEFAULT 'x',
      ALTER COLUMN "c" SET DATA TYPE VARCHAR(9),
      ALTER COLUMN "d" DROP DEFAULT;
      """)
  }

  @Test func `a column that can't be cast is made anew, with its index`() throws {
    try check(
      from: "model A {\n  id Int @id\n  email String @unique\n}",
      to:
        "model A {\n  id Int @id\n  email Int @unique\n}\nmodel Z {\n  id Int @id\n  x Int @unique\n}",
      """
      -- AlterTable
      ALTER TABLE "A" DROP COLUMN "email",
      ADD COLUMN     "email" INTEGER NOT NULL;

      -- CreateTable
      CREATE TABLE "Z" (
          "id" INTEGER NOT NULL,
          "x" INTEGER NOT NULL,

          CONSTRAINT "Z_pkey" PRIMARY KEY ("id")
      );

      -- CreateIndex
      CREATE UNIQUE INDEX "Z_x_key" ON "Z"("x");

      -- CreateIndex
      CREATE UNIQUE INDEX "A_email_key" ON "A"("email");
      """)
  }

  @Test func `a unique that becomes the primary key goes when the key stands`() throws {
    try check(
      from: "model A {\n  id Int @unique\n  name String\n}", to: "model A {\n  id Int @id\n}",
      """
      -- AlterTable
      ALTER TABLE "A" DROP COLUMN "name",
      ADD CONSTRAINT "A_pkey" PRIMARY KEY ("id");

      -- DropIndex
      DROP INDEX "A_id_key";
      """)
  }

  @Test func `a primary key is renamed by a statement of its own`() throws {
    try check(
      from: "model A {\n  id Int @id\n}", to: "model A {\n  id Int @id(map: \"pp\")\n  y Int?\n}",
      """
      -- AlterTable
      ALTER TABLE "A" ADD COLUMN     "y" INTEGER;
      ALTER TABLE "A" RENAME CONSTRAINT "A_pkey" TO "pp";
      """)
  }

  @Test func `a sequence is made and dropped with its column's default`() throws {
    let plain = "model User {\n  id Int @id\n}"
    let counted = "model User {\n  id Int @id @default(autoincrement())\n}"
    try check(
      from: plain, to: counted,
      """
      -- AlterTable
      CREATE SEQUENCE user_id_seq;
      ALTER TABLE "User" ALTER COLUMN "id" SET DEFAULT nextval('user_id_seq');
      ALTER SEQUENCE user_id_seq OWNED BY "User"."id";
      """)
    try check(
      from: counted, to: plain,
      """
      -- AlterTable
      ALTER TABLE "User" ALTER COLUMN "id" DROP DEFAULT;
      DROP SEQUENCE "";
      """)
  }

  @Test func `an enum that loses a value is swapped`() throws {
    let model = "model T {\n  id Int @id\n  c E @default(A)\n  l E[]\n}\n"
    try check(
      from: model + "enum E {\n  A\n  B\n}", to: model + "enum E {\n  A\n  C\n}",
      """
      -- AlterEnum
      BEGIN;
      CREATE TYPE "E_new" AS ENUM ('A', 'C');
      ALTER TABLE "T" ALTER COLUMN "c" DROP DEFAULT;
      ALTER TABLE "T" ALTER COLUMN "c" TYPE "E_new" USING ("c"::text::"E_new");
      ALTER TABLE "T" ALTER COLUMN "l" TYPE "E_new"[] USING ("l"::text::"E_new"[]);
      ALTER TYPE "E" RENAME TO "E_old";
      ALTER TYPE "E_new" RENAME TO "E";
      DROP TYPE "E_old";
      ALTER TABLE "T" ALTER COLUMN "c" SET DEFAULT 'A';
      COMMIT;
      """)
  }

  @Test func `an enum gains values, several with a word on old servers`() throws {
    let model = "model T {\n  id Int @id\n  c E\n}\n"
    let one = model + "enum E {\n  A\n}"
    try check(
      from: one, to: model + "enum E {\n  B\n  A\n}",
      "-- AlterEnum\nALTER TYPE \"E\" ADD VALUE 'B';")
    let script = SQLScript(
      try plan(from: one, to: model + "enum E {\n  A\n  B\n  C\n}"), profile: .sevenTen)
    #expect(
      script.text.hasSuffix(
        "\n\n\nALTER TYPE \"E\" ADD VALUE 'B';\nALTER TYPE \"E\" ADD VALUE 'C';\n"))
    #expect(script.text.split(separator: "\n").count == 8)
  }

  @Test func `foreign keys and indexes are renamed, or made anew when they differ`() throws {
    let other = "\nmodel B {\n  id Int @id\n  as A[]\n}"
    try check(
      from: """
        model A {
          id Int @id
          b B? @relation(fields: [bId], references: [id])
          bId Int?
          @@index([bId])
        }
        """ + other,
      to: """
        model A {
          id Int @id
          b B @relation(fields: [bId], references: [id], map: "a_to_b")
          bId Int
          @@index([bId], map: "by_b")
        }
        """ + other,
      """
      -- DropForeignKey
      ALTER TABLE "A" DROP CONSTRAINT "A_bId_fkey";

      -- AlterTable
      ALTER TABLE "A" ALTER COLUMN "bId" SET NOT NULL;

      -- AddForeignKey
      ALTER TABLE "A" ADD CONSTRAINT "a_to_b" FOREIGN KEY ("bId") REFERENCES "B"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

      -- RenameIndex
      ALTER INDEX "A_bId_idx" RENAME TO "by_b";
      """)
  }

  @Test func `several schemas are made and named, the default one is not`() throws {
    try check(
      from: nil,
      to: """
        datasource db {
          provider = "postgresql"
          schemas  = ["public", "auth", "unused"]
        }
        model User {
          id   Int  @id
          role Role
          @@schema("auth")
        }
        model Post {
          id Int @id
          @@schema("public")
        }
        enum Role {
          ADMIN
          @@schema("auth")
        }
        """,
      """
      -- CreateSchema
      CREATE SCHEMA IF NOT EXISTS "auth";

      -- CreateSchema
      CREATE SCHEMA IF NOT EXISTS "public";

      -- CreateEnum
      CREATE TYPE "auth"."Role" AS ENUM ('ADMIN');

      -- CreateTable
      CREATE TABLE "auth"."User" (
          "id" INTEGER NOT NULL,
          "role" "auth"."Role" NOT NULL,

          CONSTRAINT "User_pkey" PRIMARY KEY ("id")
      );

      -- CreateTable
      CREATE TABLE "Post" (
          "id" INTEGER NOT NULL,

          CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
      );
      """)
  }

  @Test func `extensions that a database has are no change that leads to it`() {
    var live = SQLSchema(dialect: .postgresql, origin: .database)
    live.extensions = [SQLExtension(name: "plpgsql", schema: "pg_catalog", version: "1.0")]
    #expect(Plan(from: SQLSchema(dialect: .postgresql, origin: .empty), to: live).steps.isEmpty)
  }

  @Test func `extensions are made in the order of their names`() throws {
    let generator = """
      generator client {
        provider        = "prisma-client"
        output          = "x"
        previewFeatures = ["postgresqlExtensions"]
      }

      """
    try check(
      from: nil,
      to: generator + """
        datasource db {
          provider   = "postgresql"
          extensions = [uuidOssp(map: "uuid-ossp", schema: "ext", version: "1.1"), citext]
        }
        """,
      """
      -- CreateExtension
      CREATE EXTENSION IF NOT EXISTS "citext";

      -- CreateExtension
      CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA "ext" VERSION "1.1";
      """)
  }

  @Test func `partial indexes have their condition, and are compared by its meaning`() throws {
    let generator = """
      generator client {
        provider        = "prisma-client"
        output          = "x"
        previewFeatures = ["partialIndexes"]
      }

      """
    func schema(_ condition: String) -> String {
      generator + "model A {\n  id Int @id\n  s String?\n  n Int @map(\"nn\")\n"
        + "  @@index([n], where: \(condition), map: \"i\")\n}"
    }
    try check(
      from: generator + "model A {\n  id Int @id\n  s String?\n  n Int @map(\"nn\")\n}",
      to: schema("{ s: null, n: { not: 5 } }"),
      """
      -- CreateIndex
      CREATE INDEX "i" ON "A"("nn") WHERE ("s" IS NULL AND "nn" != 5);
      """)
    try check(
      from: schema("raw(\"nn>3\")"), to: schema("raw(\"((nn) > (3))\")"),
      "-- This is an empty migration.")
    try check(
      from: schema("raw(\"nn > 3\")"), to: schema("raw(\"nn > 4\")"),
      """
      -- DropIndex
      DROP INDEX "i";

      -- CreateIndex
      CREATE INDEX "i" ON "A"("nn") WHERE (nn > 4);
      """)
  }

  @Test(arguments: [
    ("ex>3", "((ex) > (3))", true), ("a AND (b OR c)", "(a AND ((b OR c)))", true),
    ("a AND (b OR c)", "a AND b OR c", false), ("f(a)", "fa", false), ("f(a)", "(f((a)))", true),
    ("EX > 3", "ex > 3", false), ("a = ')'", "a = (')')", true),
  ])
  func `conditions are compared by their meaning`(_ left: String, _ right: String, _ isSame: Bool) {
    #expect((Predicate.tokens(left) == Predicate.tokens(right)) == isSame)
  }

  @Test func `a condition of many parentheses is read in one pass`() {
    let deep = String(repeating: "(", count: 50_000)
    #expect(Predicate.tokens(deep + "a" + String(repeating: ")", count: 50_000)) == ["a"])
    #expect(Predicate.tokens(deep).count == 50_000)
  }

  @Test func `Prisma 5 and 6 print less`() throws {
    let model = "model A {\n  id Int @id\n  bs B[]\n}\nmodel B {\n  id Int @id\n  as A[]\n}"
    let five = SQLScript(try plan(from: nil, to: model, profile: .five), profile: .five).text
    #expect(!five.contains("CreateSchema"))
    #expect(five.contains("CREATE UNIQUE INDEX \"_AToB_AB_unique\" ON \"_AToB\"(\"A\", \"B\");"))
    let six = SQLScript(try plan(from: nil, to: model, profile: .sixTwelve), profile: .sixTwelve)
    #expect(!six.text.contains("CreateSchema"))
    #expect(six.text.contains("CONSTRAINT \"_AToB_AB_pkey\" PRIMARY KEY (\"A\",\"B\")"))
  }

  @Test func `a provider without SQL has no structure`() {
    let schema = schema("model A {\n  id Int @id\n}", provider: "mongodb")
    #expect(SQLSchema(schema, profile: .sevenTen).map { _ in true } == nil)
  }
}
