import Testing

struct LintFixTests {
  private static let postgres = "datasource db {\n  provider = \"postgresql\"\n}\n\n"

  @Test func `a redundant index goes with its line`() {
    checkFix(
      "Remove `@@index`",
      in: """
        model A {
          id Int @id
          a  Int
          b  Int

          @@ind<|>ex([a])
          @@index([a, b])
        }
        """,
      gives: """
        model A {
          id Int @id
          a  Int
          b  Int

          @@index([a, b])
        }
        """, isPreferred: false)
    checkFix(
      "Remove `@unique`",
      in: "model A {\n  id Int @id @un<|>ique // the key\n}\n",
      gives: "model A {\n  id Int @id // the key\n}\n")
  }

  @Test func `an unused enum goes with its comments`() {
    checkFix(
      "Remove the unused enum `Colour`",
      in: """
        model A {
          id Int @id
        }

        // Not about the enum.

        /// What one sees.
        // first
        enum Col<|>our {
          RED
        }

        model B {
          id Int @id
        }

        """,
      gives: """
        model A {
          id Int @id
        }

        // Not about the enum.

        model B {
          id Int @id
        }

        """)
  }

  @Test func `a many-to-many relation is named on both sides, in both files`() {
    checkFix(
      "Name the relation `PostToTag`",
      in: [
        Self.postgres + "model Post {\n  id Int @id\n  ta<|>gs Tag[] // all\n}\n",
        "model Tag {\n  id Int @id\n  posts Post[] @relation()\n}\n",
      ],
      gives: [
        Self.postgres
          + "model Post {\n  id Int @id\n  tags Tag[] @relation(\"PostToTag\") // all\n}\n",
        "model Tag {\n  id Int @id\n  posts Post[] @relation(\"PostToTag\")\n}\n",
      ])
  }

  @Test func `a time gets its zone, and keeps its precision`() {
    let before = Self.postgres + "model A {\n  id Int @id\n  a DateTime @db.Timestamptz\n"
    checkFix(
      "Make `b` a `@db.Timestamptz(3)`", in: before + "  b Date<|>Time @default(now())\n}\n",
      gives: before + "  b DateTime @default(now()) @db.Timestamptz(3)\n}\n")
    checkFix(
      "Make `b` a `@db.Timestamptz(6)`", in: before + "  b DateTime @db.Time<|>stamp(6)\n}\n",
      gives: before + "  b DateTime @db.Timestamptz(6)\n}\n")
  }

  @Test func `an id and what refers to it get a length together`() {
    checkFix(
      "Make `id` a `@db.Char(36)`, and the 2 fields related to it",
      in: """
        datasource db {
          provider = "mysql"
        }

        model User {
          id    Str<|>ing @id @default(uuid())
          posts Post[]
          other Profile?
        }

        model Post {
          id     Int     @id
          userId String?
          user   User?   @relation(fields: [userId], references: [id])
        }

        model Profile {
          userId String @id // the user's
          user   User   @relation(fields: [userId], references: [id])
        }
        """,
      gives: """
        datasource db {
          provider = "mysql"
        }

        model User {
          id    String @id @default(uuid()) @db.Char(36)
          posts Post[]
          other Profile?
        }

        model Post {
          id     Int     @id
          userId String? @db.Char(36)
          user   User?   @relation(fields: [userId], references: [id])
        }

        model Profile {
          userId String @id @db.Char(36) // the user's
          user   User   @relation(fields: [userId], references: [id])
        }
        """)
  }

  @Test func `a length that is not known is the one that it has`() {
    let start = "datasource db {\n  provider = \"mysql\"\n}\n\nmodel A {\n"
    checkFix(
      "Make `slug` a `@db.VarChar(191)`", in: start + "  slug Str<|>ing @id\n}\n",
      gives: start + "  slug String @id @db.VarChar(191)\n}\n")
  }

  @Test func `a default and its native type are made to fit`() {
    let start = Self.postgres + "model A {\n"
    checkFix(
      "Use `uuid()`", in: start + "  id String @id @default(cu<|>id()) @db.Uuid\n}\n",
      gives: start + "  id String @id @default(uuid()) @db.Uuid\n}\n", isPreferred: false)
    checkFix(
      "Make room for 25 characters: `@db.VarChar(25)`",
      in: start + """
          id String @id @def<|>ault(cuid()) @db.VarChar(20)
          bs B[]
        }
        model B {
          id  Int    @id
          aId String @db.VarChar(20)
          a   A      @relation(fields: [aId], references: [id])
        }
        """,
      gives: start + """
          id String @id @default(cuid()) @db.VarChar(25)
          bs B[]
        }
        model B {
          id  Int    @id
          aId String @db.VarChar(25)
          a   A      @relation(fields: [aId], references: [id])
        }
        """)
    let mongo = "datasource db {\n  provider = \"mongodb\"\n}\n\nmodel A {\n"
    checkFix(
      "Use `auto()`",
      in: mongo + "  id String @id @def<|>ault(cuid()) @map(\"_id\") @db.ObjectId\n}\n",
      gives: mongo + "  id String @id @default(auto()) @map(\"_id\") @db.ObjectId\n}\n")
    checkFix(
      "Remove the native type",
      in: mongo + "  id String @id @map(\"_id\")\n  a String @def<|>ault(cuid()) @db.ObjectId\n}\n",
      gives: mongo + "  id String @id @map(\"_id\")\n  a String @default(cuid())\n}\n")
  }

  @Test func `a circle is opened by an optional relation, with all that shares its key`() {
    let other = """
      model B {
        id  Int @id
        aId Int
        a   A   @relation("ba", fields: [aId], references: [id], onDelete: Cascade)
        as  A[] @relation("ab")
        cs  A[] @relation("ac")
      }
      """
    checkFix(
      "Make `A.b` optional",
      in: Self.postgres + """
        model A {
          id  Int @id
          bId Int
          <|>b   B   @relation("ab", fields: [bId], references: [id], onDelete: Cascade)
          c   B   @relation("ac", fields: [bId], references: [id])
          bs  B[] @relation("ba")
        }

        """ + other,
      gives: Self.postgres + """
        model A {
          id  Int @id
          bId Int?
          b   B?   @relation("ab", fields: [bId], references: [id], onDelete: Cascade)
          c   B?   @relation("ac", fields: [bId], references: [id])
          bs  B[] @relation("ba")
        }

        """ + other)
  }

  // MARK: Names

  private static let others = ["User", "Post", "Tag", "Role"].map {
    "model \($0) {\n  id Int @id\n}\n"
  }.joined()

  @Test func `a model is renamed wherever it is named, and keeps its table`() {
    checkFix(
      "Rename to `MailQueue`",
      in: [
        Self.others + "model mail_<|>queue {\n  id Int @id\n  mails Mail[]\n}\n",
        "model Mail {\n  id Int @id\n  queueId Int\n"
          + "  queue mail_queue @relation(fields: [queueId], references: [id])\n}\n",
      ],
      gives: [
        Self.others
          + "model MailQueue {\n  id Int @id\n  mails Mail[]\n\n  @@map(\"mail_queue\")\n}\n",
        "model Mail {\n  id Int @id\n  queueId Int\n"
          + "  queue MailQueue @relation(fields: [queueId], references: [id])\n}\n",
      ])
  }

  @Test func `a mapped model keeps its map`() {
    checkFix(
      "Rename to `MailQueue`",
      in: Self.others + "model mail_<|>queue {\n  id Int @id\n  @@map(\"mails\")\n}\n",
      gives: Self.others + "model MailQueue {\n  id Int @id\n  @@map(\"mails\")\n}\n")
  }

  @Test func `no name is proposed that is taken, or would change a join table`() {
    let taken = actionTitles(in: Self.others + "model us<|>er {\n  id Int @id\n}\n")
    #expect(!taken.contains { $0.hasPrefix("Rename to") })
    // The columns follow the order of the names, in which capitals come first.
    let swapped = actionTitles(
      in: Self.postgres + Self.others + "model zeta_<|>x {\n  id Int @id\n  zs Zz[]\n}\n"
        + "model Zz {\n  id Int @id\n  xs zeta_x[]\n}\n")
    #expect(swapped.contains { $0.hasPrefix("Ignore `lint-type-name-style`") })
    #expect(!swapped.contains { $0.hasPrefix("Rename to") })
  }

  @Test func `a field is renamed with its uses, and keeps its column`() {
    let fields = (0..<10).map { "  aField\($0) Int\n" }.joined()
    checkFix(
      "Rename to `lastSeen`",
      in:
        "model A {\n  id Int @id\n\(fields)  last_<|>seen Int // when\n\n  @@index([last_seen])\n}\n",
      gives: "model A {\n  id Int @id\n\(fields)  lastSeen Int @map(\"last_seen\") // when\n\n"
        + "  @@index([lastSeen])\n}\n")
  }
}
