import Migration
import SchemaModel
import Testing

@testable import Introspection

/// What is taken over from the schema at hand.
@Suite struct KeepingTests {
  @Test func namesCommentsOrderAndDefaults() throws {
    try checkPull(
      created: """
        model tags {
          id Int @id
        }
        model users {
          user_id    String   @id
          mail       String   @unique
          created_at DateTime
          role       role     @default(admin)
          score      Int
          secret     String
          boss_id    String?
          first      String
          last       String
          extra      String
          uid        Int

          boss users?  @relation("u", fields: [boss_id], references: [user_id])
          team users[] @relation("u")

          @@unique([first, last], map: "full")
          @@index([mail, first])
          @@index([extra])
        }
        enum role {
          admin
          guest
        }
        """,
      atHand: """
        /// What one may do.
        enum Role {
          /// All of it.
          ADMIN @map("admin")
          GUEST @map("guest")

          @@map("role")
        }

        /// Somebody.
        /// Second line.
        model User {
          /// Where mail goes.
          email     String   @unique @map("mail")
          id        String   @id @default(uuid(7)) @map("user_id")
          createdAt DateTime @updatedAt @map("created_at")
          role      Role     @default(ADMIN) /// Behind.
          score     Int      @default(7)
          secret    String   @ignore
          bossId    String?  @map("boss_id")
          /// Above.
          boss      User?    @relation("hierarchy", fields: [bossId], references: [id])
          team      User[]   @relation("hierarchy")
          first     String
          last      String
          gone      String
          uid       String   @default(cuid())

          @@index([email, first])
          @@unique([first, last], name: "fullName", map: "full")
          @@map("users")
        }

        model Gone {
          id Int @id
        }
        """,
      expected: """
        /// Somebody.
        /// Second line.
        model User {
          id        String   @id @default(uuid(7)) @map("user_id")
          /// Where mail goes.
          email     String   @unique @map("mail")
          createdAt DateTime @updatedAt @map("created_at")
          /// Behind.
          role      Role     @default(ADMIN)
          score     Int
          secret    String   @ignore
          bossId    String?  @map("boss_id")
          first     String
          last      String
          extra     String
          uid       Int
          /// Above.
          boss      User?    @relation("hierarchy", fields: [bossId], references: [id])
          team      User[]   @relation("hierarchy")

          @@unique([first, last], name: "fullName", map: "full")
          @@index([email, first])
          @@index([extra])
          @@map("users")
        }

        model tags {
          id Int @id
        }

        /// What one may do.
        enum Role {
          /// All of it.
          ADMIN @map("admin")
          GUEST @map("guest")

          @@map("role")
        }
        """)
  }

  @Test func manyToManyFields() throws {
    try checkPull(
      created: """
        model Post {
          id   Int    @id
          tags Tag[]
          next Post[] @relation("chain")
          last Post[] @relation("chain")
        }
        model Tag {
          id    Int    @id
          posts Post[]
        }
        """,
      atHand: """
        model Post {
          id   Int    @id
          tags Tag[]
          last Post[] @relation("chain")
          next Post[] @relation("chain")
        }
        model Tag {
          id    Int    @id
          posts Post[]
        }
        """,
      expected: """
        model Post {
          id   Int    @id
          tags Tag[]  @relation("PostToTag")
          last Post[] @relation("chain")
          next Post[] @relation("chain")
        }

        model Tag {
          id    Int    @id
          posts Post[] @relation("PostToTag")
        }
        """)
  }

  @Test func joinTableWithAModelOfItsOwn() throws {
    let created = """
      model Post {
        id   Int   @id
        tags Tag[]
      }
      model Tag {
        id    Int    @id
        posts Post[]
      }
      """
    let source = DatabaseSide.schema([("schema.prisma", datasource + created)])
    let pulled = try pull(
      try #require(DatabaseSide.database(source)),
      into: datasource + """
        model Post {
          id    Int       @id
          links PostTag[]
        }
        model Tag {
          id    Int       @id
          links PostTag[]
        }
        model PostTag {
          A    Int
          B    Int
          post Post @relation(fields: [A], references: [id], onDelete: Cascade, map: "_PostToTag_A_fkey")
          tag  Tag  @relation(fields: [B], references: [id], onDelete: Cascade, map: "_PostToTag_B_fkey")

          @@id([A, B], map: "_PostToTag_AB_pkey")
          @@index([B], map: "_PostToTag_B_index")
          @@map("_PostToTag")
        }
        """)
    #expect(pulled.text.contains("model PostTag {"))
    #expect(pulled.text.contains("links PostTag[]"))
  }

  @Test func relationsWithoutForeignKeys() throws {
    let atHand = """
      datasource db {
        provider     = "postgresql"
        relationMode = "prisma"
      }

      model Post {
        id       Int   @id
        authorId Int
        author   User  @relation("wrote", fields: [authorId], references: [id], onDelete: Cascade)
        tags     Tag[]
      }

      model User {
        id    Int    @id
        posts Post[] @relation("wrote")
      }

      model Tag {
        id    Int    @id
        posts Post[]
      }

      """
    let schema = DatabaseSide.schema([("schema.prisma", atHand)])
    let pulled = try pull(try #require(DatabaseSide.database(schema)), into: atHand)
    #expect(pulled.text == atHand)
    #expect(pulled.items(.keptRelations) == ["Post (User)", "Post (Tag)"])
  }

  @Test func nothingButTheConfiguration() throws {
    let source = DatabaseSide.schema([
      ("schema.prisma", datasource + "model users {\n  id Int @id\n}")
    ])
    let pulled = try pull(
      try #require(DatabaseSide.database(source)),
      into: datasource + "model User {\n  key Int @id @map(\"id\")\n  @@map(\"users\")\n}",
      options: PullOptions(keepsModels: false))
    #expect(pulled.text == datasource + "model users {\n  id Int @id\n}\n")
    #expect(pulled.warnings.isEmpty)
  }

  @Test func tellsOfCommentsThatGo() throws {
    let source = DatabaseSide.schema([
      ("schema.prisma", datasource + "model User {\n  id Int @id\n}")
    ])
    let pulled = try pull(
      try #require(DatabaseSide.database(source)),
      into: "// Head\n" + datasource
        + "/// Stays\nmodel User {\n  id Int @id // Behind\n  /* Between */\n}")
    #expect(pulled.text == datasource + "/// Stays\nmodel User {\n  id Int @id\n}\n")
    #expect(pulled.items(.droppedComments) == ["schema.prisma (3 comments)"])
  }

  @Test func newModelWithTheNameOfAnother() throws {
    let source = DatabaseSide.schema([
      (
        "schema.prisma",
        datasource + "model User {\n  id Int @id\n}\nmodel person {\n  id Int @id\n}"
      )
    ])
    let pulled = try pull(
      try #require(DatabaseSide.database(source)),
      into: datasource + "model User {\n  id Int @id\n\n  @@map(\"person\")\n}")
    #expect(pulled.text.contains("model User {\n  id Int @id\n\n  @@map(\"person\")\n}"))
    #expect(pulled.text.contains("model public_User {\n  id Int @id\n\n  @@map(\"User\")\n}"))
  }

  @Test func newColumnWithTheNameOfARelationField() throws {
    try checkPull(
      created: """
        model Post {
          id       Int    @id
          authorId Int
          author_  String @map("author")
          user     User   @relation(fields: [authorId], references: [id])
        }
        model User {
          id    Int    @id
          posts Post[]
        }
        """,
      atHand: """
        model Post {
          id       Int  @id
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
        }
        model User {
          id    Int    @id
          posts Post[]
        }
        """,
      expected: """
        model Post {
          id       Int    @id
          authorId Int
          author_2 String @map("author")
          author   User   @relation(fields: [authorId], references: [id])
        }

        model User {
          id    Int    @id
          posts Post[]
        }
        """)
  }
}
