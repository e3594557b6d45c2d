import TestSupport
import Testing

@testable import Diagnostics

/// Conditions of our own rules that their examples don't show.
@Suite struct LintRuleTests {
  private static func datasource(_ provider: String, _ more: String = "") -> String {
    "datasource db {\n  provider = \"\(provider)\"\n\(more)}\n"
  }

  // MARK: Foreign keys

  private static func post(_ more: String, foreignKey: String = "authorId Int") -> String {
    """
    model User {
      id    Int @id
      posts Post[]
    }
    model Post {
      id     Int @id
      kind   Int
      \(foreignKey)
      author User @relation(fields: [authorId], references: [id])
      \(more)
    }
    """
  }

  @Test(arguments: [
    ("authorId Int @unique", ""), ("authorId Int", "@@index([authorId, kind])"),
    ("authorId Int", "@@unique([authorId, kind])"),
    ("authorId Int", "@@index([authorId], type: Hash)"),
  ]) func aForeignKeyWithAnIndexIsInOrder(foreignKey: String, more: String) {
    check(
      Self.datasource("postgresql") + Self.post(more, foreignKey: foreignKey),
      lint: ["lint-foreign-key-without-index"])
  }

  @Test func anIndexMustBeginWithTheForeignKey() {
    check(
      Self.datasource("sqlite") + """
        model User {
          id    Int @id
          posts Post[]
        }
        model Post {
          id       Int @id
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
                                  ~~~~~~~~~~~~~~~~~~ hint[lint-foreign-key-without-index]: no index begins with `authorId`
          @@index([id, authorId])
        }
        """)
  }

  @Test func severalFieldsMayStandInAnyOrder() {
    let text = """
      model User {
        a     Int
        b     Int
        posts Post[]
        edits Edit[]
        @@id([a, b])
      }
      model Post {
        id   Int @id
        a    Int
        b    Int
        user User @relation(fields: [a, b], references: [a, b])
        @@index([b, a, id])
      }
      model Edit {
        id   Int @id
        a    Int
        b    Int
        user User @relation(fields: [a, b], references: [a, b])
                            ~~~~~~~~~~~~~~ hint[lint-foreign-key-without-index]: no index begins with `a` and `b`
        @@index([b, id, a])
      }
      """
    check(Self.datasource("cockroachdb") + text)
  }

  @Test func otherRulesAndDatabasesCareForForeignKeys() {
    let rule: Set = ["lint-foreign-key-without-index"]
    check(Self.datasource("mysql") + Self.post(""), lint: rule)
    check(Self.post(""), lint: rule)
    check(
      Self.datasource("postgresql", "  relationMode = \"prisma\"\n") + """
        model User {
          id    Int    @id
          posts Post[]
        }
        model Post {
          id       Int  @id
          authorId Int
          author   User @relation(fields: [authorId], references: [id])
                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ warning[relation-index-missing]: no index begins with `authorId`
        }
        """, lint: rule)
  }

  @Test func documentsAreFoundByTheirFieldsToo() {
    check(
      Self.datasource("mongodb") + """
        model User {
          id    String @id @map("_id")
          posts Post[]
        }
        model Post {
          id       String @id @map("_id")
          authorId String
          author   User   @relation(fields: [authorId], references: [id])
                                    ~~~~~~~~~~~~~~~~~~ hint[lint-foreign-key-without-index]: no index begins with `authorId`
        }
        """)
  }

  // MARK: Indexes

  @Test func onlyIndexesThatServeAlikeAreRedundant() {
    check(
      "generator g {\n  provider = \"x\"\n  previewFeatures = [\"partialIndexes\"]\n}\n"
        + Self.datasource("postgresql") + """
          model A {
            id   Int    @id @unique
                            ~~~~~~~ hint[lint-redundant-index]: `@unique` is the same as `@id`
            a    Int
            b    Int
            c    Int
            d    Int
            code String @unique(map: "code1")
            json Json
            @@index([a])
            ~~~~~~~~~~~~ hint[lint-redundant-index]: `@@index([a])` is the beginning of `@@index([a, b])`
            @@index([a, b])
            @@index([b])
            @@index([b], map: "again")
            ~~~~~~~~~~~~~~~~~~~~~~~~~~ hint[lint-redundant-index]: `@@index([b])` is the same as `@@index([b])`
            @@index([b(sort: Desc), c])
            @@index([a], type: Hash, map: "a1")
            @@index([a], where: { c: 1 }, map: "a2")
            @@index([a, c])
            @@unique([d])
            @@index([d])
            ~~~~~~~~~~~~ hint[lint-redundant-index]: `@@index([d])` is the same as `@@unique([d])`
            @@unique([d, a])
            @@unique([code], name: "byCode")
            @@index([json], type: Gin)
            @@index([json(ops: JsonbPathOps)], type: Gin, map: "json2")
          }
          """)
  }

  @Test func lengthsAndSchemasMakeADifference() {
    check(
      Self.datasource("mysql") + """
        model A {
          id Int    @id
          a  String @db.Text
          b  Int
          @@index([a(length: 10)])
          @@index([a(length: 20), b])
          @@index([b])
        }
        """, lint: ["lint-redundant-index"])
  }

  @Test func mongoRefusesEqualIndexesItself() {
    check(
      Self.datasource("mongodb") + """
        model A {
          id String @id @map("_id")
          a  Int
          b  Int
          @@index([a])
          ~~~~~~~~~~~~ hint[lint-redundant-index]: `@@index([a])` is the beginning of `@@index([a, b])`
          @@index([a, b])
        }
        """)
  }

  // MARK: Circles

  @Test func aCircleWithAnOptionalOrPlainRelationIsInOrder() {
    for (fields, action) in [("aId Int?\n  a A?", ", onDelete: Cascade"), ("aId Int\n  a A", "")] {
      check(
        Self.datasource("postgresql") + """
          model A {
            id  Int @id
            bId Int
            b   B   @relation("ab", fields: [bId], references: [id], onDelete: Cascade)
            bs  B[] @relation("ba")
          }
          model B {
            id Int @id
            \(fields) @relation("ba", fields: [aId], references: [id]\(action))
            as A[] @relation("ab")
          }
          """, lint: ["lint-required-cascade-cycle"])
    }
  }

  @Test func aRowThatNeedsItsOwnKindIsTold() {
    check(
      Self.datasource("mysql") + """
        model Folder {
          id       Int      @id
          parentId Int
          parent   Folder   @relation("tree", fields: [parentId], references: [id], onDelete: Cascade)
          ~~~~~~ warning[lint-required-cascade-cycle]: no `Folder` can exist before itself: `Folder.parent`
          folders  Folder[] @relation("tree")
        }
        """)
    check(
      Self.datasource("sqlserver") + """
        model Folder {
          id       Int      @id
          parentId Int
          parent   Folder   @relation("tree", fields: [parentId], references: [id], onDelete: Cascade)
          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ error[relation-self-cycle]: self-relation `parent` would carry changes around in `Folder`
          folders  Folder[] @relation("tree")
        }
        """, lint: ["lint-required-cascade-cycle"])
  }

  // MARK: Types and defaults

  @Test func aLengthIsMissedOnlyFromOneStringIds() {
    check(
      Self.datasource("mysql") + """
        model A {
          id String @id @db.VarChar(30)
        }
        model B {
          a String
          b String
          @@id([a, b])
        }
        model C {
          id Int @id
        }
        model D {
          slug String
               ~~~~~~ hint[lint-string-id-without-length]: the id `slug` becomes `VARCHAR(191)`
          @@id([slug])
        }
        """)
  }

  @Test func timesAreComparedWithTheRest() {
    let rule: Set = ["lint-datetime-without-time-zone"]
    check(
      Self.datasource("postgresql")
        + "model A {\n  id Int @id\n  a DateTime\n  b DateTime @db.Timestamp\n}",
      lint: rule)
    check(
      Self.datasource("postgresql")
        + """
        model A {
          id Int @id
          a  DateTime
          b  DateTime @db.Timestamp(6)
          c  DateTime @db.Timestamptz
        }
        """, lint: rule)
    check(
      Self.datasource("cockroachdb") + """
        model A {
          id Int      @id
          a  DateTime @db.Timestamptz
          b  DateTime @db.Timestamptz
          c  DateTime
             ~~~~~~~~ hint[lint-datetime-without-time-zone]: `c` has no time zone, unlike other fields of the schema
          d  DateTime @db.Date
          e  DateTime @db.Timestamp(3)
                      ~~~~~~~~~~~~~~~~ hint[lint-datetime-without-time-zone]: `e` has no time zone, unlike other fields of the schema
        }
        """)
  }

  @Test func generatedIdsMustFit() {
    check(
      Self.datasource("sqlserver") + """
        model A {
          id String @id @default(uuid()) @db.UniqueIdentifier
          a  String @default(nanoid()) @db.UniqueIdentifier
                    ~~~~~~~~~~~~~~~~~~ warning[lint-default-unfit-for-native-type]: `nanoid()` makes no values of `UniqueIdentifier`
          b  String @default(nanoid(10)) @db.VarChar(10)
          c  String @default(nanoid(11)) @db.NVarChar(10)
                    ~~~~~~~~~~~~~~~~~~~~ warning[lint-default-unfit-for-native-type]: `nanoid()` makes 11 characters, and `NVarChar(10)` takes 10
          d  String @default(cuid(2)) @db.Char(24)
          e  String @default(cuid()) @db.Char(24)
                    ~~~~~~~~~~~~~~~~ warning[lint-default-unfit-for-native-type]: `cuid()` makes 25 characters, and `Char(24)` takes 24
          f  String @default("short") @db.Char(2)
          g  String @default(ulid()) @db.VarChar(max)
        }
        """)
    check(
      Self.datasource("mongodb") + """
        model A {
          id String @id @default(uuid()) @map("_id") @db.ObjectId
                        ~~~~~~~~~~~~~~~~ warning[lint-default-unfit-for-native-type]: `uuid()` makes no values of `ObjectId`
        }
        model B {
          id String @id @default(auto()) @map("_id") @db.ObjectId
        }
        """)
  }

  // MARK: Names

  @Test func anEnumIsUsedByAnyField() {
    check(
      Self.datasource("postgresql") + """
        model A {
          id Int @id
          a  First?
          b  Second[]
        }
        enum First {
          A
        }
        enum Second {
          A
        }
        """, lint: ["lint-unused-enum"])
  }

  @Test func nothingIsSaidOfEnumsBesideAnError() {
    check(
      Self.datasource("postgresql") + """
        model A {
          id Int @id
          a  Colr
             ~~~~ error[type-not-found]: type `Colr` of field `a` is neither built in nor declared
        }
        enum Color {
          A
        }
        """, lint: ["lint-unused-enum"])
  }

  @Test func stylesMustPrevail() {
    let rules: Set = ["lint-type-name-style", "lint-field-name-style"]
    func models(_ names: [String]) -> String {
      names.map { "model \($0) {\n  id Int @id\n}\n" }.joined()
    }
    check(models(["User", "blog_post", "Comment", "Tag"]), lint: rules)
    check(models(["User", "blog_post", "Comment", "mail_queue", "Tag", "Role"]), lint: rules)
    check(
      models(["user", "blog_post", "comment", "mail_queue", "tag", "URL", "A_b"]), lint: rules
    )
    check(
      """
      model user {
        id Int @id
      }
      model blog_post {
        id Int @id
      }
      model comment {
        id Int @id
      }
      model tag {
        id Int @id
      }
      model UserRole {
            ~~~~~~~~ hint[lint-type-name-style]: `UserRole` is not written in snake_case, as other models are
        id Int @id
      }
      enum Unlike {
        A
      }
      """, lint: ["lint-type-name-style"])
  }

  @Test func aModelMayHaveAStyleOfItsOwn() {
    check(
      """
      model User {
        id       Int      @id
        aB       Int
        aC       Int
        aD       Int
        aE       Int
        aF       Int
        aG       Int
        aH       Int
        aI       Int
        aJ       Int
        aK       Int
        aL       Int
        aM       Int
        aN       Int
        aO       Int
        aP       Int
        aQ       Int
        aR       Int
        aS       Int
        other_id Account?
      }
      model Account {
        userId    Int  @id
        user      User @relation(fields: [userId], references: [id])
        id_token  String
        scope     String
      }
      """, lint: ["lint-field-name-style"])
  }

  @Test func proposesTheNameInTheOtherStyle() {
    #expect(NameStyle.camel.styled("last_seen_at") == "lastSeenAt")
    #expect(NameStyle.camel.styled("LastSeen") == "lastSeen")
    #expect(NameStyle.pascal.styled("user_HTTP_port") == "UserHttpPort")
    #expect(NameStyle.snake.styled("userHTTPPort2x") == "user_http_port2x")
    #expect(NameStyle.snake.styled("ÄpfelUndBirnen") == "äpfel_und_birnen")
    #expect(NameStyle.pascal.styled("") == "")
  }

  @Test func mongoDBHasNoTablesOfRelations() {
    check(
      Self.datasource("mongodb") + """
        model Post {
          id   String @id @map("_id")
          tags Tag[]
          ~~~~~~~~~~ error[m2m-implicit-unsupported]: many-to-many relation `tags` has no `fields`, which mongodb needs
        }
        model Tag {
          id    String @id @map("_id")
          posts Post[]
          ~~~~~~~~~~~~ error[m2m-implicit-unsupported]: many-to-many relation `posts` has no `fields`, which mongodb needs
        }
        """, lint: ["lint-unnamed-many-to-many"])
  }

  @Test func aNamedManyToManyIsInOrder() {
    check(
      Self.datasource("postgresql") + """
        model Post {
          id   Int   @id
          tags Tag[] @relation("post_tags")
        }
        model Tag {
          id    Int    @id
          posts Post[] @relation("post_tags")
        }
        """, lint: ["lint-unnamed-many-to-many"])
  }

  // MARK: Silence

  @Test func aCommentSilencesItsLineAndTheNext() {
    check(
      Self.datasource("postgresql") + """
        // prisma-lsp-ignore lint-unused-enum: the program uses it
        enum A {
          X
        }
        enum B { // prisma-lsp-ignore lint-redundant-index, lint-unused-enum
          X
        }
        enum C { // not prisma-lsp-ignore lint-unused-enum
             ~ hint[lint-unused-enum]: no field is of type `C`
          X
        }

        // prisma-lsp-ignore lint-unused-enum

        enum D {
             ~ hint[lint-unused-enum]: no field is of type `D`
          X
        }
        """)
  }
}
