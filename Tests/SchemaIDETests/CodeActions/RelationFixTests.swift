import Testing

struct RelationFixTests {
  @Test func `a missing opposite field is a list at the end of the model`() {
    checkFix(
      "Add missing relation field to model User",
      in: [
        "model User {\r\n\tid Int @id\r\n}\r\n",
        """
        model BlogPost {
          id       Int  @id
          auth<|>or   User @relation("written", fields: [authorId], references: [id])
          authorId Int
        }
        """,
      ],
      gives: [
        "model User {\r\n\tid Int @id\r\n\tblogPosts BlogPost[] @relation(\"written\")\r\n}\r\n",
        """
        model BlogPost {
          id       Int  @id
          author   User @relation("written", fields: [authorId], references: [id])
          authorId Int
        }
        """,
      ], isPreferred: true)
  }

  @Test func `references that don't exist become the id`() {
    func schema(_ references: String, _ type: String = "Int") -> String {
      """
      model User {
        key   Int    @id
        posts Post[]
      }

      model Post {
        id       Int  @id
        author   User @relation(fields: [authorId], references: [\(references)])
        authorId \(type)
      }

      """
    }
    checkFix(
      "Refer to `key`", in: schema("nowh<|>ere"), gives: schema("key"), isPreferred: true)
    #expect(!actionTitles(in: schema("nowh<|>ere", "String")).contains("Refer to `key`"))
    // A field of another type is not a misspelt one.
    #expect(actionTitles(in: schema("ke<|>yy")).first == "Change spelling to 'key'")
    #expect(!actionTitles(in: schema("ke<|>yy", "String")).contains("Change spelling to 'key'"))
  }

  @Test func `what is unique has one row on the other side`() {
    let schema = """
      model User {
        id Int @id
      }

      model Profile {
        user   Us<|>er @relation(fields: [userId], references: [id])
        userId Int  @unique
      }
      """
    checkFix(
      "Add missing relation field to model User, for one row", in: schema,
      gives: """
        model User {
          id Int @id
          profile Profile?
        }

        model Profile {
          user   User @relation(fields: [userId], references: [id])
          userId Int  @unique
        }
        """, isPreferred: true)
    #expect(actionTitles(in: schema).contains("Add missing relation field to model User"))
  }

  @Test func `a name that is taken is not taken again`() {
    checkFix(
      "Add missing relation field to model User",
      in: """
        model User {
          id    Int @id
          posts Int
        }

        model Post {
          id       Int  @id
          author   Us<|>er @relation(fields: [authorId], references: [id])
          authorId Int
        }
        """,
      gives: """
        model User {
          id    Int @id
          posts Int
          postsByAuthor Post[]
        }

        model Post {
          id       Int  @id
          author   User @relation(fields: [authorId], references: [id])
          authorId Int
        }
        """)
  }

  @Test func `the opposite of a list has a foreign key or is a list`() {
    let schema = """
      model User {
        id    BigInt @id
        posts Po<|>st[]
      }

      model Post {
        id Int @id
      }
      """
    checkFix(
      "Add missing relation field to model Post, with a foreign key", in: schema,
      gives: """
        model User {
          id    BigInt @id
          posts Post[]
        }

        model Post {
          id Int @id
          user User? @relation(fields: [userId], references: [id])
          userId BigInt?
        }
        """, isPreferred: true)
    checkFix(
      "Add missing relation field to model Post", in: schema,
      gives: """
        model User {
          id    BigInt @id
          posts Post[]
        }

        model Post {
          id Int @id
          users User[]
        }
        """, isPreferred: false)
  }

  private static let withoutAttribute = """
    datasource db {
      provider = "postgresql"
    }

    model Post {
      id     Int  @id
      author Us<|>er // who wrote it
    }

    model User {
      id    String @id @db.Uuid
      posts Post[]
    }
    """

  @Test func `a relation gets its attribute and its foreign key`() {
    checkFix(
      "Add relation attribute for relation field", in: Self.withoutAttribute,
      gives: """
        datasource db {
          provider = "postgresql"
        }

        model Post {
          id     Int  @id
          author User @relation(fields: [authorId], references: [id]) // who wrote it
          authorId String @db.Uuid
        }

        model User {
          id    String @id @db.Uuid
          posts Post[]
        }
        """, isPreferred: true)
    checkFix(
      "Mark relation field as many `[]`", in: Self.withoutAttribute,
      gives: """
        datasource db {
          provider = "postgresql"
        }

        model Post {
          id     Int  @id
          author User[] // who wrote it
        }

        model User {
          id    String @id @db.Uuid
          posts Post[]
        }
        """, isPreferred: false)
  }

  @Test func `fields that are there are used`() {
    checkFix(
      "Add relation attribute for relation field",
      in: """
        model Post {
          id        Int   @id
          author    Us<|>er @relation("w", onDelete: Cascade)
          author_id Int?
        }

        model User {
          id    Int    @id
          posts Post[] @relation("w")
        }
        """,
      gives: """
        model Post {
          id        Int   @id
          author    User? @relation("w", fields: [author_id], references: [id], onDelete: Cascade)
          author_id Int?
        }

        model User {
          id    Int    @id
          posts Post[] @relation("w")
        }
        """)
  }

  @Test func `of a one-to-one relation the required side gets a unique key`() {
    checkFix(
      "Add relation attribute for relation field",
      in: """
        model User {
          id      Int      @id
          profile Pro<|>file?
        }

        model Profile {
          id   Int  @id
          user User
        }
        """,
      gives: """
        model User {
          id      Int      @id
          profile Profile?
        }

        model Profile {
          id   Int  @id
          user User @relation(fields: [userId], references: [id])
          userId Int @unique
        }
        """)
  }

  @Test func `missing references are the key of the other model`() {
    checkFix(
      "Add relation attribute for relation field",
      in: """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          author   Us<|>er @relation(fields: [authorId])
          authorId Int
        }
        """,
      gives: """
        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          author   User @relation(fields: [authorId], references: [id])
          authorId Int
        }
        """)
  }

  private static let notUnique = """
    model User {
      id      Int      @id
      profile Profile?
    }

    model Profile {
      id     Int  @id
      user   Us<|>er @relation(fields: [userId], references: [id])
      userId Int // the user
    }
    """

  @Test func `the key of a one-to-one relation is made unique, or the relation one-to-many`() {
    checkFix(
      "Make referencing fields unique", in: Self.notUnique,
      gives: Self.notUnique.replacing("<|>", with: "")
        .replacing("Int // the user", with: "Int @unique // the user"), isPreferred: true)
    checkFix(
      "Make `User.profile` a list", in: Self.notUnique,
      gives: Self.notUnique.replacing("<|>", with: "").replacing("Profile?", with: "Profile[]"))
  }

  @Test func `several fields are made unique together`() {
    checkFix(
      "Make referenced field(s) unique",
      in: """
        model User {
            first String @id
            last  String
            posts Post[]
        }

        model Post {
          id    Int    @id
          user  Us<|>er   @relation(fields: [first, last], references: [first, last])
          first String
          last  String
        }
        """,
      gives: """
        model User {
            first String @id
            last  String
            posts Post[]

            @@unique([first, last])
        }

        model Post {
          id    Int    @id
          user  User   @relation(fields: [first, last], references: [first, last])
          first String
          last  String
        }
        """)
  }

  @Test func `a relation without foreign key gets an index`() {
    checkFix(
      "Add an index for the relation's field(s)",
      in: """
        datasource db {
          provider     = "mysql"
          relationMode = "prisma"
        }

        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          author   User @rela<|>tion(fields: [authorId], references: [id])
          authorId Int

          @@map("posts")
        }
        """,
      gives: """
        datasource db {
          provider     = "mysql"
          relationMode = "prisma"
        }

        model User {
          id    Int    @id
          posts Post[]
        }

        model Post {
          id       Int  @id
          author   User @relation(fields: [authorId], references: [id])
          authorId Int

          @@map("posts")
          @@index([authorId])
        }
        """, isPreferred: true)
  }

  @Test func `MySQL is asked for what it does instead of SetDefault`() {
    let schema = """
      datasource db {
        provider = "mysql"
      }

      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id       Int  @id
        author   User @relation(fields: [authorId], references: [id], onDelete: Set<|>Default)
        authorId Int
      }
      """
    checkFix(
      "Replace SetDefault with NoAction", in: schema,
      gives: schema.replacing("Set<|>Default", with: "NoAction"), isPreferred: true)
  }
}
