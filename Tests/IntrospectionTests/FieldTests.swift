import Migration
import SchemaModel
import Testing

@testable import Introspection

/// Fields, their types, defaults, keys and indexes, and what they are called.
@Suite struct FieldTests {
  @Test func typesAndDefaults() throws {
    try checkPull(
      created: """
        model T {
          id    Int        @id @default(autoincrement())
          big   BigInt     @default(autoincrement())
          text  String     @default("say \\"hi\\"\\n")
          short String     @default("a") @db.VarChar(20)
          char  String     @db.Char(3)
          money Decimal    @default(1.50) @db.Decimal(10, 2)
          any   Decimal?   @db.Decimal
          real  Float      @default(3.20) @db.Real
          at    DateTime   @default(now())
          tz    DateTime   @default(now()) @db.Timestamptz
          day   DateTime   @default(dbgenerated("'2020-01-01'::date")) @db.Date
          data  Json       @default("{\\"a\\": 1}")
          raw   Bytes      @default("aGk=")
          flag  Boolean    @default(true)
          uuid  String     @default(dbgenerated("gen_random_uuid()")) @db.Uuid
          list  Int[]      @default([1, 2])
          none  String[]
          color Color      @default(RED)
          box   Unsupported("box")?
          key   String     @default(cuid())
        }
        enum Color {
          RED
          BLUE
        }
        """,
      expected: """
        model T {
          id    Int                 @id @default(autoincrement())
          big   BigInt              @default(autoincrement())
          text  String              @default("say \\"hi\\"\\n")
          short String              @default("a") @db.VarChar(20)
          char  String              @db.Char(3)
          money Decimal             @default(1.50) @db.Decimal(10, 2)
          any   Decimal?            @db.Decimal
          real  Float               @default(3.20) @db.Real
          at    DateTime            @default(now())
          tz    DateTime            @default(now()) @db.Timestamptz(6)
          day   DateTime            @default(dbgenerated("'2020-01-01'::date")) @db.Date
          data  Json                @default("{\\"a\\": 1}")
          raw   Bytes               @default("aGk=")
          flag  Boolean             @default(true)
          uuid  String              @default(dbgenerated("gen_random_uuid()")) @db.Uuid
          list  Int[]               @default([1, 2])
          none  String[]
          color Color               @default(RED)
          box   Unsupported("box")?
          key   String
        }

        enum Color {
          RED
          BLUE
        }
        """)
  }

  @Test func keysAndIndexes() throws {
    try checkPull(
      created: """
        model T {
          a String @id(map: "first")
          b String @unique(sort: Desc)
          c Json
          d String @db.Inet

          @@unique([a, b], map: "both")
          @@unique([b, a])
          @@index([a(sort: Desc), b])
          @@index([c(ops: JsonbPathOps)], type: Gin)
          @@index([d(ops: InetOps)], type: Gist, map: "net")
          @@index([a(ops: raw("text_pattern_ops"))], map: "pattern")
          @@index([b], map: "few", where: raw("(a IS NOT NULL)"))
        }
        model U {
          a Int
          b Int

          @@id([b, a])
        }
        """,
      expected: """
        model T {
          a String @id(map: "first")
          b String @unique(sort: Desc)
          c Json
          d String @db.Inet

          @@unique([b, a])
          @@unique([a, b], map: "both")
          @@index([a(sort: Desc), b])
          @@index([c(ops: JsonbPathOps)], type: Gin)
          @@index([b], map: "few", where: raw("(a IS NOT NULL)"))
          @@index([d(ops: InetOps)], map: "net", type: Gist)
          @@index([a(ops: raw("text_pattern_ops"))], map: "pattern")
        }

        model U {
          a Int
          b Int

          @@id([b, a])
        }
        """)
  }

  @Test func partialIndexesBeforePrisma7() throws {
    let source = DatabaseSide.schema([
      (
        "schema.prisma",
        datasource + """
          model T {
            a String @id

            @@index([a], map: "few", where: raw("(a IS NOT NULL)"))
          }
          """
      )
    ])
    let pulled = try pull(
      try #require(DatabaseSide.database(source)), version: .six,
      options: PullOptions(profile: .sixNineteen))
    #expect(!pulled.text.contains("@@index"))
    #expect(pulled.items(.partialIndexes) == ["T.few"])
  }

  @Test func oneUniqueAField() throws {
    try checkPull(
      created: """
        model T {
          id Int @id
          a  Int

          @@unique([a], map: "second")
          @@unique([a], map: "first")
        }
        """,
      expected: """
        model T {
          id Int @id
          a  Int @unique(map: "first")
        }
        """)
  }

  @Test func namesThatTheLanguageDoesNotTake() throws {
    try checkPull(
      created: """
        model T1 {
          id    Int    @id @map("1id")
          price Int    @map("price in €")
          again Int    @map("2id")
          none  String @default("x") @map("12")
          kind  Kind   @default(a)
          other Kind   @default(b)

          @@map("1 table")
        }
        model T2 {
          id Int @id

          @@map("import")
        }
        enum Kind {
          a @map("1st")
          b @map("2")
          c @map("")

          @@map("_kind")
        }
        """,
      expected: """
        model table {
          id         Int  @id @map("1id")
          price_in__ Int  @map("price in €")
          id_2       Int  @map("2id")
          /// Commented out, since its name has no letter to begin with: give it a name by hand.
          // 12 String @default("x") @map("12")
          kind       kind @default(st)
          other      kind @default(dbgenerated("2"))

          @@map("1 table")
        }

        /// Called so because the client needs the name `import` for itself.
        model Renamedimport {
          id Int @id

          @@map("import")
        }

        enum kind {
          st               @map("1st")
          // 2 @map("2")
          EMPTY_ENUM_VALUE @map("")

          @@map("_kind")
        }
        """)
  }

  @Test func namesWithoutALetter() throws {
    let created = """
      model T {
        id Int @id

        @@map("123")
      }
      enum E {
        a

        @@map("4")
      }
      """
    let source = DatabaseSide.schema([("schema.prisma", datasource + created)])
    let pulled = try pull(try #require(DatabaseSide.database(source)))
    #expect(
      pulled.text == datasource + """
        /// Commented out, since its name has no letter to begin with: give it a name by hand.
        // model 123 {
        //   id Int
        // }

        /// Commented out, since its name has no letter to begin with: give it a name by hand.
        // enum 4 {
        // a
        // }

        """)
    #expect(pulled.items(.modelsWithoutName) == ["123", "4"])
    let again = try pull(try #require(DatabaseSide.database(source)), into: pulled.text)
    #expect(again.text == pulled.text)
    #expect(again.items(.droppedComments) == [])
    #expect(pulled.modelCount == 0)
  }

  @Test func sameNameTwice() throws {
    let created = """
      model A {
        id Int @id

        @@map("nodes")
      }
      model B {
        id Int @id
        aId Int
        a   C  @relation(fields: [aId], references: [id])

        @@map("_nodes")
      }
      model C {
        id Int @id
        b  B[]

        @@map("String")
      }
      """
    let source = DatabaseSide.schema([("schema.prisma", datasource + created)])
    let pulled = try pull(try #require(DatabaseSide.database(source)))
    #expect(pulled.text.contains("model public_nodes {"))
    #expect(pulled.text.contains("model public__nodes {"))
    #expect(pulled.items(.duplicateNames) == ["public__nodes", "public_nodes"])
    #expect(pulled.items(.invalidSchema) == ["String (a built-in type has this name)"])
  }

  @Test func nothingTellsRowsApart() throws {
    let created = """
      model Log {
        id    Int?
        text  String
        owner Int?
        user  User? @relation(fields: [owner], references: [id])

        @@unique([id, text])
      }
      model User {
        id   Int   @id
        logs Log[]
      }
      """
    let source = DatabaseSide.schema([("schema.prisma", datasource + created)])
    let pulled = try pull(try #require(DatabaseSide.database(source)))
    #expect(
      pulled.text == datasource + """
        /// Nothing tells the rows of this table apart, so the client leaves it out: it needs a key without NULL.
        model Log {
          id    Int?
          text  String
          owner Int?
          User  User?  @relation(fields: [owner], references: [id])

          @@unique([id, text])
          @@ignore
        }

        model User {
          id  Int   @id
          Log Log[] @ignore
        }

        """)
    #expect(pulled.items(.modelsWithoutIdentifier) == ["Log"])
  }

  @Test func tablesThatPrismaKeepsForItself() throws {
    let created = """
      model M {
        id                  String    @id
        checksum            String
        finished_at         DateTime?
        migration_name      String
        logs                String?
        rolled_back_at      DateTime?
        started_at          DateTime
        applied_steps_count Int

        @@map("_prisma_migrations")
      }
      """
    let source = DatabaseSide.schema([("schema.prisma", datasource + created)])
    let database = try #require(DatabaseSide.database(source))
    #expect(throws: PullError.emptyDatabase) { try pull(database) }
  }

  @Test func tableWithoutColumns() throws {
    var database = SQLSchema(dialect: .postgresql, origin: .database)
    database.tables = [SQLTable(name: QualifiedName(namespace: "public", name: "Empty"))]
    let pulled = try pull(database)
    #expect(
      pulled.text == datasource + """
        /// The table has no columns, or none that you may read: ask for the right to, or give it some.
        // model Empty {
        // }

        """)
    #expect(pulled.items(.modelsWithoutColumns) == ["Empty"])
  }
}
