import Migration
import Testing

@testable import Introspection

/// Fields of relations: how they are named, and which side gets which.
@Suite struct RelationTests {
  @Test func onlyRelation() throws {
    try checkPull(
      created: """
        model Post {
          id       Int   @id
          authorId Int?
          writer   User? @relation(fields: [authorId], references: [id], onUpdate: NoAction)
        }
        model User {
          id      Int     @id
          ownerId Int     @unique(map: "one_owner")
          posts   Post[]
          owner   Owner   @relation(fields: [ownerId], references: [id], map: "owned")
        }
        model Owner {
          id   Int   @id
          user User?
        }
        """,
      expected: """
        model Owner {
          id   Int   @id
          User User?
        }

        model Post {
          id       Int   @id
          authorId Int?
          User     User? @relation(fields: [authorId], references: [id], onUpdate: NoAction)
        }

        model User {
          id      Int    @id
          ownerId Int    @unique(map: "one_owner")
          Post    Post[]
          Owner   Owner  @relation(fields: [ownerId], references: [id], map: "owned")
        }
        """)
  }

  @Test func severalBetweenTwoModels() throws {
    try checkPull(
      created: """
        model Match {
          id   Int  @id
          home Int
          away Int
          a    Team @relation("a", fields: [home], references: [id])
          b    Team @relation("b", fields: [away], references: [id], onDelete: Cascade)
        }
        model Team {
          id Int     @id
          a  Match[] @relation("a")
          b  Match[] @relation("b")
        }
        """,
      expected: """
        model Match {
          id                    Int  @id
          home                  Int
          away                  Int
          Team_Match_awayToTeam Team @relation("Match_awayToTeam", fields: [away], references: [id], onDelete: Cascade)
          Team_Match_homeToTeam Team @relation("Match_homeToTeam", fields: [home], references: [id])
        }

        model Team {
          id                     Int     @id
          Match_Match_awayToTeam Match[] @relation("Match_awayToTeam")
          Match_Match_homeToTeam Match[] @relation("Match_homeToTeam")
        }
        """)
  }

  @Test func withItself() throws {
    try checkPull(
      created: """
        model Folder {
          id       Int      @id
          parentId Int?
          parent   Folder?  @relation("tree", fields: [parentId], references: [id])
          children Folder[] @relation("tree")
        }
        """,
      expected: """
        model Folder {
          id           Int      @id
          parentId     Int?
          Folder       Folder?  @relation("FolderToFolder", fields: [parentId], references: [id])
          other_Folder Folder[] @relation("FolderToFolder")
        }
        """)
  }

  @Test func columnCalledLikeTheOtherModel() throws {
    try checkPull(
      created: """
        model a {
          id Int @id
          b  Int
          x  b   @relation(fields: [b], references: [id])
        }
        model b {
          id Int @id
          y  a[]
        }
        """,
      expected: """
        model a {
          id       Int @id
          b        Int
          b_a_bTob b   @relation("a_bTob", fields: [b], references: [id])
        }

        model b {
          id       Int @id
          a_a_bTob a[] @relation("a_bTob")
        }
        """)
  }

  @Test func otherColumnCalledLikeTheOtherModel() throws {
    try checkPull(
      created: """
        model Post {
          id       Int    @id
          User     String
          authorId Int
          author   User   @relation(fields: [authorId], references: [id])
        }
        model User {
          id    Int    @id
          posts Post[]
        }
        """,
      expected: """
        model Post {
          id       Int    @id
          User     String
          authorId Int
          User_2   User   @relation(fields: [authorId], references: [id])
        }

        model User {
          id   Int    @id
          Post Post[]
        }
        """)
  }

  @Test func manyToMany() throws {
    try checkPull(
      created: """
        model Post {
          id    Int    @id
          tags  Tag[]
          marks Tag[]  @relation("marks")
          next  Post[] @relation("chain")
          last  Post[] @relation("chain")
        }
        model Tag {
          id    Int    @id
          posts Post[]
          marks Post[] @relation("marks")
          users User[]
        }
        model User {
          id   Int   @id
          tags Tag[]
        }
        """,
      expected: """
        model Post {
          id            Int    @id
          Tag_PostToTag Tag[]
          Post_A        Post[] @relation("chain")
          Post_B        Post[] @relation("chain")
          Tag_marks     Tag[]  @relation("marks")
        }

        model Tag {
          id             Int    @id
          Post_PostToTag Post[]
          User           User[]
          Post_marks     Post[] @relation("marks")
        }

        model User {
          id  Int   @id
          Tag Tag[]
        }
        """,
      // A many-to-many relation that is there already gets its name written out, as with Prisma.
      isStable: false)
  }

  @Test func doubleForeignKeysCountOnce() throws {
    var database = try #require(
      DatabaseSide.database(
        DatabaseSide.schema([
          (
            "schema.prisma",
            datasource + """
              model A {
                id  Int @id
                bId Int
                b   B   @relation(fields: [bId], references: [id])
              }
              model B {
                id Int @id
                a  A[]
              }
              """
          )
        ])))
    let key = try #require(database.tables.first?.foreignKeys.first)
    database.tables[0].foreignKeys.append(key)
    try checkPull(
      database,
      expected: """
        model A {
          id  Int @id
          bId Int
          B   B   @relation(fields: [bId], references: [id])
        }

        model B {
          id Int @id
          A  A[]
        }
        """)
  }

  /// Prisma refuses what Prisma's own introspection writes here, which is why a warning stands beside it.
  @Test func foreignKeyThatHoldsAKey() throws {
    let created = """
      model Job {
        id      Int     @id
        mailId  Int     @unique
        roomId  Int
        channel Channel @relation(fields: [roomId, mailId], references: [roomId, mailId])
      }
      model Channel {
        roomId Int
        mailId Int
        jobs   Job[]

        @@id([roomId, mailId])
      }
      """
    let source = DatabaseSide.schema([("schema.prisma", datasource + created)])
    let pulled = try pull(try #require(DatabaseSide.database(source)))
    #expect(pulled.text.contains("  Job    Job?\n"))
    #expect(
      pulled.items(.invalidSchema) == [
        "Job.Channel (to one row, which Prisma takes only with `@@unique([roomId, mailId])`; else "
          + "write `[]` behind the type of `Job`)"
      ])
  }

  @Test func toTablesThatWereNotRead() throws {
    var database = SQLSchema(dialect: .postgresql, origin: .database)
    var table = SQLTable(name: QualifiedName(namespace: "public", name: "A"))
    table.columns = [
      SQLColumn(name: "id", type: .native(SQLNativeType(name: "Integer")), arity: .required)
    ]
    let other = QualifiedName(namespace: "auth", name: "users")
    table.foreignKeys = [
      SQLForeignKey(
        name: "A_id_fkey", columns: ["id"], referencedTable: other, referencedColumns: ["id"],
        onDelete: .cascade, onUpdate: .cascade)
    ]
    database.tables = [table]
    let error = #expect(throws: PullError.self) { try pull(database) }
    #expect(
      error
        == .referenceOutside(
          constraint: "A_id_fkey", table: table.name, referencedTable: other))
  }
}
