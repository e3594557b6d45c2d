import Testing

/// Types, keywords, schemas, MongoDB's ids and the oldest keys of the configuration.
struct DeclarationFixTests {
  @Test func `a missing type is declared behind the block`() {
    let schema = "model Post {\r\n  id   Int @id\r\n  kind Ki<|>nd\r\n}\r\n\r\n// end\r\n"
    checkFix(
      "Create new enum 'Kind'", in: schema,
      gives: "model Post {\r\n  id   Int @id\r\n  kind Kind\r\n}\r\n\r\nenum Kind {\r\n\r\n}\r\n"
        + "\r\n// end\r\n", isPreferred: false)
    checkFix(
      "Create new model 'Kind'", in: "model Post {\n  id   Int @id\n  kind Ki<|>nd\n}",
      gives: "model Post {\n  id   Int @id\n  kind Kind\n}\n\nmodel Kind {\n\n}")
  }

  @Test(arguments: [
    // Comments stay with what they are about, and there is an empty line in between.
    (
      "model A {\n  id Int @id\n\n/// docs\n<|>model B {\n  id Int @id\n}\n",
      "model A {\n  id Int @id\n}\n\n/// docs\nmodel B {\n  id Int @id\n}\n"
    ),
    (
      "enum A {\r\n  X\r\n  // end\r\n<|>model B {\r\n  id Int @id\r\n}\r\n",
      "enum A {\r\n  X\r\n  // end\r\n}\r\n\r\nmodel B {\r\n  id Int @id\r\n}\r\n"
    ),
    (
      "generator g {\n  provider = \"x\"\n\n<|>model B {\n  id Int @id\n}\n",
      "generator g {\n  provider = \"x\"\n}\n\nmodel B {\n  id Int @id\n}\n"
    ),
    // The last block of the file.
    (
      "enum A {\n  X\n}\n\n<|>model B {\n  id Int @id\n  // end",
      "enum A {\n  X\n}\n\nmodel B {\n  id Int @id\n  // end\n}"
    ),
  ])
  func `a missing brace is added`(before: String, after: String) {
    checkFix("Add the missing `}`", in: before, gives: after, isPreferred: true)
  }

  @Test(arguments: [
    // Alone, and behind all others.
    ("value", "<|>enum A { X, Y }\n", "enum A {\n  X\n  Y\n}\n"),
    (
      "value", "<|>enum A{ X Y @map(\"y }\") } // why", "enum A { // why\n  X\n  Y @map(\"y }\")\n}"
    ),
    (
      "field",
      "model B {\n  id Int @id\n}\n\n<|>model A { id Int @id; b Int? @map(\"x\") @@map(\"a\") }\n",
      "model B {\n  id Int @id\n}\n\nmodel A {\n  id Int @id\n  b Int? @map(\"x\")\n  @@map(\"a\")\n}\n"
    ),
    // What follows was its body.
    (
      "value", "<|>enum A { X }\r\n\r\nmodel B {\r\n  id Int @id\r\n  a A\r\n}\r\n",
      "enum A {\r\n  X\r\n}\r\n\r\nmodel B {\r\n  id Int @id\r\n  a A\r\n}\r\n"
    ),
    (
      "value", "enum A { X }\n\n// B\n<|>model B {\n  id Int @id\n}\n",
      "enum A {\n  X\n}\n\n// B\nmodel B {\n  id Int @id\n}\n"
    ),
    (
      "value", "enum A { X }\nmodel B {\n  <|>id Int @id\n}\n",
      "enum A {\n  X\n}\nmodel B {\n  id Int @id\n}\n"
    ),
    (
      "property", "<|>datasource db { provider=\"postgresql\" }\nmodel B {\n  id Int @id\n}\n",
      "datasource db {\n  provider = \"postgresql\"\n}\nmodel B {\n  id Int @id\n}\n"
    ),
    (
      "field", "model A { id Int @id }\n<|>model B {\n  id Int @id\n}\n",
      "model A {\n  id Int @id\n}\nmodel B {\n  id Int @id\n}\n"
    ),
  ])
  func `a block on one line is broken into lines`(kind: String, before: String, after: String) {
    checkFix(
      "Put each \(kind) on a line of its own", in: before, gives: after, isPreferred: true)
  }

  @Test(arguments: [
    // Nothing to put anywhere, what can't be read, and a block that ends where it should.
    "<|>model A { }\n", "<|>enum A { X Y\n", "<|>enum A { X, \"y\" }\n", "<|>enum A { X // }\n",
    "<|>enum A { X }\n}\n", "enum A { X }\n  <|>Y,\n}\n", "<|>mode A { id Int }\n",
  ])
  func `other lines are left alone`(text: String) {
    #expect(!actionTitles(in: text).contains { $0.hasPrefix("Put each") })
  }

  private static let lists = """
    model User {
      id    Int    @id
      posts Post[]
    }

    model Post {
      id       Int    @id
      title    String
      author   User   @relation(
        fields: [authorId],
        references: [id]
      )
      authorId Int
      name     String @default(
        "a // b"
      ) @map(
        "b"
      )

      @@index([
        id(sort: Desc), // first
        title
        authorId,
      ], map: "x")
    }

    """

  @Test(arguments: [
    "author   User", "fields:", ": [id]", "[id]", ")\n  authorId Int\n", "name     String",
    "\"a // b\"",
    ") @map(", "\"b\"", "@@index", "id(sort", "title\n    authorId", "authorId,", "], map",
  ])
  func `a list over several lines is joined`(place: String) throws {
    let lists = Self.lists
    let at = try #require(lists.firstRange(of: place)).lowerBound
    let marked = lists[..<at] + "<|>" + lists[at...]
    let isRelation =
      ["author   User", "fields:", ": [id]", "[id]"].contains(place) || place.hasPrefix(")\n")
    let isDefault = ["name     String", "\"a // b\"", ") @map(", "\"b\""].contains(place)
    let after =
      isRelation
      ? lists.replacing(
        "@relation(\n    fields: [authorId],\n    references: [id]\n  )",
        with: "@relation(fields: [authorId], references: [id])")
      : isDefault
        ? lists.replacing(
          "@default(\n    \"a // b\"\n  ) @map(\n    \"b\"\n  )",
          with: "@default(\"a // b\") @map(\"b\")")
        : lists.replacing(
          "  @@index([\n    id(sort: Desc), // first\n    title\n    authorId,\n  ], map: \"x\")",
          with: "  // first\n  @@index([id(sort: Desc), title, authorId], map: \"x\")")
    checkFix("Join the list into one line", in: String(marked), gives: after, isPreferred: true)
    let titles = actionTitles(in: String(marked))
    #expect(!titles.contains { $0.hasPrefix("Add type") || $0.hasPrefix("Turn this") }, "\(titles)")
  }

  @Test func `a list that stays unreadable keeps its other fixes`() {
    let titles = actionTitles(in: "model A {\n  id Int @id\n  x Int @(\n    <|>t\n  )\n}\n")
    #expect(titles.contains("Add type `String`"))
    #expect(!titles.contains("Join the list into one line"))
  }

  @Test(arguments: [
    ("c @db.VarChar(10) @default([\"a\"])", "String[]"), ("x @default([1, 2])", "Int[]"),
    ("x @default([[1, 2]])", "String"),
    ("x @default(\(String(repeating: "[", count: 50_000)))", "String"),
  ])
  func `a list gives a list of its elements`(field: String, type: String) {
    let text =
      "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Int @id\n  <|>\(field)\n}\n"
    let titles = actionTitles(in: text).filter { $0.hasPrefix("Add type") }
    #expect(titles.first == "Add type `\(type)`" || field.count > 100)
  }

  @Test func `what is found of a second provider changes no first one`() {
    let text =
      "datasource db {\n  provider = \"sqlite\"\n\ngenerator js {\n  <|>provider = \"prisma-client-js\"\n}\n"
    #expect(!actionTitles(in: text).contains { $0.hasPrefix("Set provider") })
  }

  @Test func `a block without keyword becomes a model`() {
    checkFix(
      "Write `model PasswordReset`", in: "<|>PasswordReset {\n  id Int @id\n}\n",
      gives: "model PasswordReset {\n  id Int @id\n}\n")
    #expect(actionTitles(in: "<|>model {\n  id Int @id\n}\n").isEmpty)
  }

  @Test func `a brace too many is removed`() {
    checkFix(
      "Remove `}`", in: "model B {\n  id Int @id\n}\n<|>}\n\nenum E {\n  X\n}\n",
      gives: "model B {\n  id Int @id\n}\n\nenum E {\n  X\n}\n", isPreferred: false)
  }

  @Test func `no brace is added where one closes the block`() {
    #expect(!actionTitles(in: "<|>model {\n  id Int @id\n}\n").contains("Add the missing `}`"))
  }

  @Test func `what the database has not is not declared`() {
    func titles(_ provider: String) -> [String] {
      actionTitles(
        in: """
          datasource db {
            provider = "\(provider)"
          }

          model Post {
            id   Int     @id
            kind Whatev<|>er
          }
          """)
    }
    #expect(titles("sqlserver") == ["Create new model 'Whatever'"])
    #expect(
      titles("mongodb").filter { $0.hasPrefix("Create") } == [
        "Create new model 'Whatever'", "Create new enum 'Whatever'", "Create new type 'Whatever'",
      ])
  }

  @Test func `a mistyped type is corrected`() {
    let schema = "enum Role {\n  USER\n}\n\nmodel Post {\n  id   Int @id\n  kind Ro<|>el\n}\n"
    checkFix(
      "Change spelling to 'Role'", in: schema,
      gives: schema.replacing("Ro<|>el", with: "Role"), isPreferred: true)
    let built = "model Post {\n  id   Int @id\n  kind st<|>ring[]\n}\n"
    checkFix(
      "Change spelling to 'String'", in: "datasource d {\n  provider = \"postgresql\"\n}\n" + built,
      gives: "datasource d {\n  provider = \"postgresql\"\n}\n"
        + built.replacing("st<|>ring", with: "String"))
    #expect(
      actionTitles(in: "model Post {\n  id Int @id\n  at timest<|>amp\n}\n").first
        == "Change spelling to 'DateTime'")
  }

  @Test(arguments: [
    ("  modle Post {", "  model Post {"), ("enumm Post{", "enum Post{"),
    ("veiw Post { // x", "view Post { // x"), ("typ Post {", "type Post {"),
    ("class Post {", "model Post {"),
  ])
  func `a mistyped keyword is corrected`(line: String, corrected: String) {
    let title = "Change spelling to '\(corrected.split(separator: " ")[0])'"
    let indent = line.prefix { $0 == " " }
    let schema = "// first\n\(indent)<|>\(line.dropFirst(indent.count))\n  id Int @id\n}\n"
    #expect(actionTitles(in: schema).contains(title))
    if corrected.hasSuffix("model Post {") {
      checkFix(
        title, in: schema, gives: "// first\n\(corrected)\n  id Int @id\n}\n", isPreferred: true)
    }
  }

  private static func schema(_ rest: String) -> String {
    """
    datasource db {
      provider = "postgresql"
      schemas  = ["a", "b"]
    }

    \(rest)
    """
  }

  @Test func `a model is put into a schema`() {
    let model = "mod<|>el Post {\n    id Int @id\n}\n"
    checkFix(
      "Add `@@schema(\"b\")`", in: Self.schema(model),
      gives: Self.schema("model Post {\n    id Int @id\n\n    @@schema(\"b\")\n}\n"))
    checkFix(
      "Add `@@schema` attribute", in: Self.schema(model),
      gives: Self.schema("model Post {\n    id Int @id\n\n    @@schema()\n}\n"))
  }

  @Test func `a schema is listed in the datasource, which can be in another file`() {
    let model = "model Post {\n  id Int @id\n\n  @@schema(\"ca<|>ts\")\n}\n"
    checkFix(
      "Add schema to schemas", in: [Self.schema(""), model],
      gives: [
        Self.schema("").replacing("\"b\"", with: "\"b\", \"cats\""),
        model.replacing("<|>", with: ""),
      ])
    checkFix(
      "Add schema to schemas", in: ["datasource db {\n  provider = \"postgresql\"\n}\n", model],
      gives: [
        "datasource db {\n  provider = \"postgresql\"\n  schemas = [\"cats\"]\n}\n",
        model.replacing("<|>", with: ""),
      ])
    let typo = Self.schema("model Post {\n  id Int @id\n\n  @@schema(\"<|>c\")\n}\n")
    checkFix(
      "Change spelling to 'a'", in: typo, gives: typo.replacing("\"<|>c\"", with: "\"a\""))
  }

  private static func mongo(_ field: String) -> String {
    "datasource db {\n  provider = \"mongodb\"\n}\n\nmodel Post {\n  \(field)\n}\n"
  }

  @Test func `the id of MongoDB is mapped, and is an ObjectId`() {
    checkFix(
      "Add @map(\"_id\")", in: Self.mongo("id String @i<|>d @db.ObjectId // x"),
      gives: Self.mongo("id String @id @db.ObjectId @map(\"_id\") // x"), isPreferred: true)
    checkFix(
      "Add @map(\"_id\")", in: Self.mongo("id String @i<|>d @map(\"x\")"),
      gives: Self.mongo("id String @id @map(\"_id\")"))
    checkFix(
      "Add @db.ObjectId", in: Self.mongo("id String @id @de<|>fault(auto()) @map(\"_id\")"),
      gives: Self.mongo("id String @id @default(auto()) @map(\"_id\") @db.ObjectId"),
      isPreferred: true)
  }

  @Test func `referentialIntegrity is renamed`() {
    checkFix(
      "Rename property to relationMode",
      in: "datasource db {\n  provider = \"mysql\"\n  referential<|>Integrity = \"prisma\"\n}\n",
      gives: "datasource db {\n  provider = \"mysql\"\n  relationMode = \"prisma\"\n}\n",
      isPreferred: true)
  }
}
