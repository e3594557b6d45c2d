import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct RefactoringTests {
  private static let postgres = "datasource db {\n  provider = \"postgresql\"\n}\n\n"
  private static let mongo = "datasource db {\n  provider = \"mongodb\"\n}\n\n"

  // MARK: Many-to-many

  @Test func `an implicit many-to-many relation becomes a model of its table`() {
    checkFix(
      "Convert to an explicit relation by a model `PostToTag`, which keeps the table `_PostToTag`",
      in: [
        Self.postgres + """
          model Post {
            id    String @id @default(uuid()) @db.Uuid // key
            t<|>ags  Tag[]
          }

          enum Kind {
            A
          }

          """, "model Tag {\n  id    Int @id @default(autoincrement())\n  posts Post[] // all\n}\n",
      ],
      gives: [
        Self.postgres + """
          model Post {
            id    String @id @default(uuid()) @db.Uuid // key
            tags  PostToTag[]
          }

          model PostToTag {
            postId String @map("A") @db.Uuid
            tagId Int @map("B")
            post Post @relation(fields: [postId], references: [id], onDelete: Cascade)
            tag Tag @relation(fields: [tagId], references: [id], onDelete: Cascade)

            @@id([postId, tagId], map: "_PostToTag_AB_pkey")
            @@index([tagId], map: "_PostToTag_B_index")
            @@map("_PostToTag")
          }

          enum Kind {
            A
          }

          """,
        "model Tag {\n  id    Int @id @default(autoincrement())\n  posts PostToTag[] // all\n}\n",
      ])
  }

  @Test func `the key is a unique where Prisma makes one`() {
    let before = "model Post {\n  id Int @id\n  t<|>ags Tag[] @relation(\"labels\")\n}\n"
    let tag = "\nmodel Tag {\n  id Int @id\n  posts Post[] @relation(\"labels\")\n}\n"
    let tagAfter = "\nmodel Tag {\n  id Int @id\n  posts Labels[]\n}\n"
    for (source, version) in [
      ("datasource db {\n  provider = \"mysql\"\n}\n\n", 7),
      ("datasource db {\n  provider = \"postgresql\"\n  url = \"\"\n}\n\n", 5),
    ] {
      checkFix(
        "Convert to an explicit relation by a model `Labels`, which keeps the table `_labels`",
        in: source + before + tag,
        gives: source + """
          model Post {
            id Int @id
            tags Labels[]
          }

          model Labels {
            postId Int @map("A")
            tagId Int @map("B")
            post Post @relation(fields: [postId], references: [id], onDelete: Cascade)
            tag Tag @relation(fields: [tagId], references: [id], onDelete: Cascade)

            @@unique([postId, tagId], map: "_labels_AB_unique")
            @@index([tagId], map: "_labels_B_index")
            @@map("_labels")
          }

          """ + tagAfter, version: version == 5 ? .five : .seven)
    }
  }

  @Test func `a relation of a model to itself keeps its sides apart`() {
    checkFix(
      "Convert to an explicit relation by a model `Follows`, which keeps the table `_follows`",
      in: Self.postgres + """
        model User {
          id        Int    @id
          following User[] @relation("follows")
          follow<|>ers User[] @relation("follows")
        }
        """,
      gives: Self.postgres + """
        model User {
          id        Int    @id
          following Follows[] @relation("follows_B")
          followers Follows[] @relation("follows_A")
        }

        model Follows {
          followersOfId Int @map("A")
          followingOfId Int @map("B")
          followersOf User @relation("follows_A", fields: [followersOfId], references: [id], onDelete: Cascade)
          followingOf User @relation("follows_B", fields: [followingOfId], references: [id], onDelete: Cascade)

          @@id([followersOfId, followingOfId], map: "_follows_AB_pkey")
          @@index([followingOfId], map: "_follows_B_index")
          @@map("_follows")
        }
        """)
  }

  @Test func `only implicit many-to-many relations are converted`() {
    let titles = actionTitles(
      in: Self.postgres + """
        model User {
          id    Int    @id
          posts Po<|>st[]
        }
        model Post {
          id     Int  @id
          userId Int
          user   User @relation(fields: [userId], references: [id])
        }
        """)
    #expect(!titles.contains { $0.hasPrefix("Convert") })
  }

  // MARK: Timestamps

  @Test func `timestamps go behind the fields`() {
    checkFix(
      "Add `createdAt` and `updatedAt`",
      in: """
        model Us<|>er {
          id Int @id
          n  Int

          @@map("users")
        }
        """,
      gives: """
        model User {
          id Int @id
          n  Int
          createdAt DateTime @default(now())
          updatedAt DateTime @default(now()) @updatedAt

          @@map("users")
        }
        """)
  }

  @Test func `timestamps are written like the other fields`() {
    checkFix(
      "Add `updatedAt`",
      in: Self.postgres + """
        mod<|>el User {
          id        Int      @id
          firstName String   @map("first_name")
          createdAt DateTime @map("created_at") @db.Timestamptz(3)
        }
        """,
      gives: Self.postgres + """
        model User {
          id        Int      @id
          firstName String   @map("first_name")
          createdAt DateTime @map("created_at") @db.Timestamptz(3)
          updatedAt DateTime @default(now()) @updatedAt @map("updated_at") @db.Timestamptz(3)
        }
        """)
    let titles = actionTitles(in: "model A {\n  i<|>d Int @id\n}\n")
    #expect(!titles.contains { $0.hasPrefix("Add `createdAt`") })
  }

  // MARK: Names

  @Test func `a model is mapped to snake_case`() {
    checkFix(
      "Rename `UserRole` to snake_case in the database, by `@map`",
      in: """
        model User<|>Role {
          id       Int     @id
          roleName String  @default("x") // the name
          given    Int     @map("Given")
          sortKey  Int
          sort_key Int
          user     User?

          @@index([sortKey])
        }
        model User {
          userRole   UserRole @relation(fields: [userRoleId], references: [id])
          userRoleId Int      @id
        }
        """,
      gives: """
        model UserRole {
          id       Int     @id
          roleName String  @default("x") @map("role_name") // the name
          given    Int     @map("Given")
          sortKey  Int
          sort_key Int
          user     User?

          @@index([sortKey])
          @@map("user_role")
        }
        model User {
          userRole   UserRole @relation(fields: [userRoleId], references: [id])
          userRoleId Int      @id
        }
        """)
  }

  @Test func `all are mapped to snake_case, in all files`() {
    checkFix(
      "Rename all to snake_case in the database, by `@map`",
      in: [
        "model A<|>B {\n  id Int @id\n  aB Int\n}\n",
        "enum CD {\n  A\n}\nmodel e {\n  id Int @id\n}\n",
      ],
      gives: [
        "model AB {\n  id Int @id\n  aB Int @map(\"a_b\")\n\n  @@map(\"ab\")\n}\n",
        "enum CD {\n  A\n\n  @@map(\"cd\")\n}\nmodel e {\n  id Int @id\n}\n",
      ])
    let titles = actionTitles(in: "model a<|> {\n  id Int @id\n}\n")
    #expect(!titles.contains { $0.hasPrefix("Rename `a`") })
  }

  @Test func `a table's name that is taken is not taken again`() {
    let other = "model B {\n  id Int @id\n\n  @@map(\"foo_bar\")\n}\n"
    #expect(
      !actionTitles(in: "model Foo<|>Bar {\n  id Int @id\n}\n" + other)
        .contains { $0.hasPrefix("Rename `FooBar`") })
    #expect(
      actionTitles(in: "model Foo<|>Bar {\n  id Int @id\n}\n" + other.replacing("_", with: ""))
        .contains { $0.hasPrefix("Rename `FooBar`") })
  }

  @Test func `a cursor on a header is answered in linear time where all names are mapped`() {
    let factor = Growth.factor(
      of: 500,
      input: { count in
        Analysis.of([
          (0..<count).map { number in
            """
            model UserProfile\(number) {
              id        Int    @id
              firstName String @map("first_name")

              @@map("user_profile_\(number)")
            }

            """
          }.joined()
        ])
      }
    ) { analysis in
      let actions = analysis.codeActions(
        in: TextRange(8, 8), inFile: 0, only: ["refactor.rewrite"])
      #expect(!actions.contains { $0.title.hasPrefix("Rename") })
    }
    #expect(factor < 10)
  }

  @Test func `nothing is offered where all names are in snake_case`() {
    let model = "model us<|>er {\n  id Int @id\n  first_name String\n}\n"
    #expect(!actionTitles(in: model).contains { $0.hasPrefix("Rename") })
    #expect(
      actionTitles(in: model + "model Other {\n  id Int @id\n}\n")
        .contains("Rename all to snake_case in the database, by `@map`"))
  }

  @Test func `timestamps are named like the fields of a small schema`() {
    checkFix(
      "Add `created_at` and `updated_at`",
      in: "model us<|>er {\n  id Int @id\n  first_name String\n}\n",
      gives:
        "model user {\n  id Int @id\n  first_name String\n  created_at DateTime @default(now())\n"
        + "  updated_at DateTime @default(now()) @updatedAt\n}\n")
  }

  // MARK: Attributes

  @Test func `attributes are sorted as the formatter does`() {
    checkFix(
      "Sort the attributes of `id`, as `prisma format` does",
      in: "model A {\n  id Int @map(\"x\") @default(<|>1) @id // c\n}\n",
      gives: "model A {\n  id Int @id @default(1) @map(\"x\") // c\n}\n")
    checkFix(
      "Sort the attributes, as `prisma format` does",
      in: """
        mo<|>del A {
          id Int @map("x") @id
          b  Int @unique @map("y")

          @@map("a")
          @@index([b])
        }
        """,
      gives: """
        model A {
          id Int @id @map("x")
          b  Int @unique @map("y")

          @@index([b])
          @@map("a")
        }
        """)
    let titles = actionTitles(in: "model A {\n  id Int @id @ma<|>p(\"x\")\n}\n")
    #expect(!titles.contains { $0.hasPrefix("Sort") })
  }

  // MARK: Files

  @Test func `a model moves to a file of its own, with its comments`() {
    checkFix(
      "Move `UserRole` to user_role.prisma",
      in: [
        "// The users.\n\nmodel User {\n  id Int @id\n}\n\n/// What one may do.\nmodel User<|>Role {\n  id Int @id\n}\n",
        "enum Kind {\n  A\n}\n",
      ],
      gives: [
        "// The users.\n\nmodel User {\n  id Int @id\n}\n", "enum Kind {\n  A\n}\n",
        "/// What one may do.\nmodel UserRole {\n  id Int @id\n}\n",
      ])
    checkFix(
      "Move `User` to user.prisma",
      in: ["model <|>User {\n  id Int @id\n}\n\nmodel B {\n  id Int @id\n}\n", ""],
      gives: ["model B {\n  id Int @id\n}\n", "", "model User {\n  id Int @id\n}\n"])
    let alone = actionTitles(in: "model A {\n  id Int @id\n}\nmodel <|>B {\n  id Int @id\n}\n")
    #expect(!alone.contains { $0.hasPrefix("Move") })
    var project = ProjectFacts()
    project.namesFolder = true
    let actions = Analysis.of(["model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n}\n"])
      .codeActions(in: TextRange(8, 8), inFile: 0, only: ["refactor.move"], project: project)
    #expect(actions.map(\.title) == ["Move `A` to a.prisma"])
  }

  // MARK: Composite types

  @Test func `a composite type is inlined`() {
    checkFix(
      "Inline `Address` into `User` and remove it, which moves the values in the documents",
      in: Self.mongo + """
        type Address {
          street String  @map("s")
          town   String? // where
          tags   String[]
        }

        model User {
          id   String   @id @map("_id")
          ho<|>me Address? // lives there
          age  Int
        }
        """,
      gives: Self.mongo + """
        model User {
          id   String   @id @map("_id")
          homeStreet String?  @map("s")
          homeTown   String?
          homeTags   String[] // lives there
          age  Int
        }
        """)
    let titles = actionTitles(
      in: Self.mongo + """
        type Address {
          street String
        }
        model User {
          id   String  @id @map("_id")
          ho<|>me Address
          @@index([home.street])
        }
        """)
    #expect(!titles.contains { $0.hasPrefix("Inline") })
  }

  @Test func `selected fields become a composite type`() throws {
    let before =
      Self.mongo + "model User {\n  id String @id @map(\"_id\")\n  homeStreet String\n"
      + "  // where\n  homeTown String? @map(\"t\") // there\n  age Int\n}\n"
    let after =
      Self.mongo + "model User {\n  id String @id @map(\"_id\")\n  home UserHome\n  age Int\n}\n\n"
      + "type UserHome {\n  street String\n  // where\n  town String? @map(\"t\") // there\n}\n"
    let start = try #require(before.firstRange(of: "homeStreet")).lowerBound
    let end = try #require(before.firstRange(of: "// there")).lowerBound
    let range = TextRange(before[..<start].utf8.count, before[..<end].utf8.count)
    let analysis = Analysis.of([before])
    let actions = analysis.codeActions(in: range, inFile: 0, only: ["refactor.extract"])
    let action = try #require(actions.first)
    #expect(
      action.title
        == "Extract 2 fields into a type `UserHome`, which moves the values in the documents")
    #expect(analysis.texts(after: action.edit()) == [after])
    checkEffect(of: action, on: analysis)
    let all = TextRange(0, before.utf8.count)
    #expect(analysis.codeActions(in: all, inFile: 0, only: ["refactor.extract"]).isEmpty)
  }
}
