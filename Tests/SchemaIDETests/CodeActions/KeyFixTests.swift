import SchemaModel
import Testing

/// Fixes of ids, keys and foreign keys, which change several lines.
struct KeyFixTests {
  @Test func `a model gets an id`() {
    checkFix(
      "Add an id field", in: "mod<|>el User {\n\tname String\n}\n",
      gives: "model User {\n\tid Int @id @default(autoincrement())\n\tname String\n}\n",
      isPreferred: true)
    checkFix(
      "Make `id` the id", in: "mod<|>el User {\n  id   Int?\n  name String\n}\n",
      gives: "model User {\n  id   Int @id\n  name String\n}\n", isPreferred: true)
    let mongo = "datasource m {\n  provider = \"mongodb\"\n}\n\n"
    checkFix(
      "Add an id field", in: mongo + "mod<|>el User {\n  name String\n}\n",
      gives: mongo
        + "model User {\n  id String @id @default(auto()) @map(\"_id\") @m.ObjectId\n"
        + "  name String\n}\n")
  }

  @Test func `several ids become a compound one`() {
    checkFix(
      "Replace by `@@id([a, b])`",
      in: "mod<|>el User {\n  a Int @id // x\n  b Int @id @map(\"c\")\n}\n",
      gives: "model User {\n  a Int // x\n  b Int @map(\"c\")\n\n  @@id([a, b])\n}\n",
      isPreferred: true)
    checkFix(
      "Remove `@@id`", in: "mod<|>el User {\n  a Int @id\n  b Int\n\n  @@id([a, b])\n}\n",
      gives: "model User {\n  a Int @id\n  b Int\n\n}\n")
  }

  /// Two fields of one name make no key; as a rule a line was doubled, or a brace is missing.
  @Test func `a doubled id does not become a compound one`() {
    let titles = actionTitles(in: "mod<|>el User {\n  id Int @id\n  id Int @id\n}\n")
    #expect(!titles.contains { $0.hasPrefix("Replace by") }, "\(titles)")
  }

  @Test func `a key over what does not exist can be removed`() {
    checkFix(
      "Remove `@@index`", in: "model User {\n  id Int @id\n\n  @@in<|>dex([nowhere])\n}\n",
      gives: "model User {\n  id Int @id\n\n}\n", isPreferred: false)
  }

  @Test func `a doubled index is removed`() {
    let before =
      "datasource d {\n  provider = \"postgresql\"\n}\n\nmodel User {\n  id Int @id\n  a  Int\n\n"
      + "  @@index([a])\n"
    checkFix(
      "Remove `@@index`", in: before + "  @@in<|>dex([a])\n}\n", gives: before + "}\n",
      isPreferred: true)
    #expect(
      !actionTitles(in: before.replacing("@@index", with: "@@in<|>dex") + "  @@index([a])\n}\n")
        .contains("Remove `@@index`"))
  }

  @Test func `an optional id is made required`() {
    checkFix(
      "Make `a` and `b` required",
      in: "model User {\n  a Int?\n  b Int[]\n\n  @@i<|>d([a, b])\n}\n",
      gives: "model User {\n  a Int\n  b Int\n\n  @@id([a, b])\n}\n", isPreferred: true)
  }

  private static func relation(_ post: String) -> String {
    """
    datasource db {
      provider = "postgresql"
    }

    model User {
      id    String @id @db.Uuid
      posts Post[]
    }

    model Post {
      id Int @id
    \(post)
    }

    """
  }

  private static func check(_ title: String, _ before: String, _ after: String) {
    checkFix(title, in: relation(before), gives: relation(after))
  }

  @Test func `a foreign key gets the type that it refers to`() {
    Self.check(
      "Change the type of `authorId` to `String @db.Uuid`",
      "  author User @rela<|>tion(fields: [authorId], references: [id])\n  authorId Int @default(1)",
      "  author User @relation(fields: [authorId], references: [id])\n  authorId String @db.Uuid")
  }

  @Test func `the field of a foreign key is added`() {
    Self.check(
      "Add field `authorId`",
      "  author User? @relation(fields: [auth<|>orId], references: [id])",
      "  author User? @relation(fields: [authorId], references: [id])\n"
        + "  authorId String? @db.Uuid")
  }

  @Test func `a relation and its foreign key agree on being required`() {
    let before =
      "  author Us<|>er @relation(fields: [authorId], references: [id])\n"
      + "  authorId String? @db.Uuid"
    Self.check(
      "Make `author` optional", before,
      "  author User? @relation(fields: [authorId], references: [id])\n"
        + "  authorId String? @db.Uuid")
    Self.check(
      "Make `authorId` required", before,
      "  author User @relation(fields: [authorId], references: [id])\n"
        + "  authorId String @db.Uuid")
  }

  @Test func `what names a relation field as key is written anew`() {
    Self.check(
      "Write `fields: [authorId], references: [id]`",
      "  author User @relation(fields: [auth<|>or], references: [id], onDelete: Cascade)",
      "  author User @relation(fields: [authorId], references: [id], onDelete: Cascade)\n"
        + "  authorId String @db.Uuid")
  }

  @Test func `relations that can't be told apart are named on both sides`() {
    checkFix(
      "Name the relations between `Post` and `User`",
      in: """
        model User {
          id     Int    @id
          wrote  Post[]
          edited Post[]
        }

        model Post {
          id       Int  @id
          author   Us<|>er @relation(fields: [authorId], references: [id])
          authorId Int
          editor   User @relation(fields: [editorId], references: [id])
          editorId Int
        }

        """,
      gives: """
        model User {
          id     Int    @id
          wrote  Post[] @relation("PostAuthor")
          edited Post[] @relation("PostEditor")
        }

        model Post {
          id       Int  @id
          author   User @relation("PostAuthor", fields: [authorId], references: [id])
          authorId Int
          editor   User @relation("PostEditor", fields: [editorId], references: [id])
          editorId Int
        }

        """)
  }

  @Test func `sides of one name belong together, in whatever order they stand`() {
    func schema(_ names: [String]) -> String {
      let relations = names.map { $0.isEmpty ? "" : "@relation(\"\($0)\")" }
      func key(_ name: String, _ field: String) -> String {
        "@relation(\(name.isEmpty ? "" : "\"\(name)\", ")fields: [\(field)], references: [id])"
      }
      return """
        model User {
          id       Int    @id
          reviewed Post[]\(relations[0].isEmpty ? "" : " ")\(relations[0])
          written  Post[]\(relations[1].isEmpty ? "" : " ")\(relations[1])
        }

        model Post {
          id         Int  @id
          writer     User \(key(names[1], "writerId"))
          writerId   Int
          reviewer   User \(key(names[0], "reviewerId"))
          reviewerId Int
        }

        """
    }
    checkFix(
      "Name the relations between `Post` and `User`",
      in: schema(["", ""]).replacing("writer     User", with: "writer     Us<|>er"),
      gives: schema(["PostReviewer", "PostWriter"]))
  }

  @Test func `both sides of a self-relation get its name`() {
    checkFix(
      "Name both sides of the relation `NodeParent`",
      in: """
        model Node {
          id       Int    @id
          parent   No<|>de?  @relation(fields: [parentId], references: [id])
          parentId Int?
          children Node[]
        }

        """,
      gives: """
        model Node {
          id       Int    @id
          parent   Node?  @relation("NodeParent", fields: [parentId], references: [id])
          parentId Int?
          children Node[] @relation("NodeParent")
        }

        """, isPreferred: true)
  }

  private static func oneToOne(_ user: String, _ profile: String) -> String {
    """
    model User {
      id Int @id
      \(user)
      profileId Int? @unique
    }

    model Profile {
      id Int @id
      \(profile)
      userId Int @unique
    }

    """
  }

  @Test func `the key of a one-to-one relation stays on one side`() {
    let title = "Keep the key on `Profile.user`"
    checkFix(
      title,
      in: Self.oneToOne(
        "profile Prof<|>ile? @relation(fields: [profileId], references: [id])",
        "user User @relation(fields: [userId], references: [id])"),
      gives: Self.oneToOne(
        "profile Profile?", "user User @relation(fields: [userId], references: [id])"),
      isPreferred: false)
    checkFix(
      "Keep the key on `User.profile`",
      in: Self.oneToOne(
        "profile Prof<|>ile? @relation(fields: [profileId], references: [id])",
        "user User @relation(fields: [userId], references: [id])"),
      gives: Self.oneToOne(
        "profile Profile? @relation(fields: [profileId], references: [id])", "user User?"),
      isPreferred: false)
    checkFix(
      title,
      in: Self.oneToOne(
        "profile Prof<|>ile? @relation(references: [id])",
        "user User @relation(fields: [userId])"),
      gives: Self.oneToOne(
        "profile Profile?", "user User @relation(fields: [userId], references: [id])"),
      isPreferred: true)
    checkFix(
      "Keep the key on `User.profile`",
      in: Self.oneToOne(
        "profile Profile? @relation(fields: [profileId])",
        "user Us<|>er @relation(references: [id])"),
      gives: Self.oneToOne(
        "profile Profile? @relation(fields: [profileId], references: [id])", "user User?"),
      isPreferred: true)
    checkFix(
      "Move to `Profile.user`",
      in: Self.oneToOne(
        "profile Profile? @relation(onDel<|>ete: Cascade)",
        "user User @relation(fields: [userId], references: [id])"),
      gives: Self.oneToOne(
        "profile Profile?",
        "user User @relation(fields: [userId], references: [id], onDelete: Cascade)"),
      isPreferred: true)
  }

  @Test func `an action that the database has not is replaced`() {
    let schema = """
      datasource db {
        provider = "sqlserver"
      }

      model User {
        id    Int    @id
        posts Post[]
      }

      model Post {
        id       Int  @id
        author   User @relation(fields: [authorId], references: [id], onDelete: Res<|>trict)
        authorId Int
      }

      """
    checkFix(
      "Replace Restrict by NoAction", in: schema,
      gives: schema.replacing("Res<|>trict", with: "NoAction"), isPreferred: true)
    #expect(!actionTitles(in: schema).contains("Replace Restrict by SetNull"))
  }
}
