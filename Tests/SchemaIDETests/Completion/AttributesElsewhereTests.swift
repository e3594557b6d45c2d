import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// Items for what can't stand at the cursor, but would be right elsewhere, and what accepting them makes.
struct AttributesElsewhereTests {
  /// The body of the model `Post` after accepting an item, and that of `User`.
  private func accepting(
    _ label: String, _ line: String, in provider: String = "postgresql", user: String = ""
  ) -> [String]? {
    let harness = CompletionHarness(
      """
      datasource db {
        provider = "\(provider)"
      }

      model Post {
        id Int @id
        \(line)
      }

      model User {
        id Int @id\(user)
      }

      """)
    let item = harness.item(label)
    if item != nil { #expect(harness.harmful().isEmpty) }
    return item.map { harness.accepting($0) }.map { text in
      text.split(separator: "\n").dropFirst(3)
        .filter { $0.hasPrefix("  ") && !$0.hasSuffix("  id Int @id") }
        .map { line in
          String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }
  }

  @Test func `a relation typed on its key is written beside it`() {
    #expect(
      accepting("@relation(fields: [userId], references: [id])", "userId Int @re<|>") == [
        "userId Int", "user User @relation(fields: [userId], references: [id])", "posts Post[]",
      ])
    #expect(
      accepting("@relation(fields: [user_id], references: [id])", "user_id Int? @<|>") == [
        "user_id Int?", "user User? @relation(fields: [user_id], references: [id])",
        "posts Post[]",
      ])
  }

  @Test func `a key that is named after no model leads to one with such a key`() {
    #expect(
      accepting("@relation(fields: [editorId], references: [id])", "editorId Int @<|>") == [
        "editorId Int", "editor User @relation(fields: [editorId], references: [id])",
        "posts Post[]",
      ])
  }

  @Test func `a relation typed on any other field gets a key of its own`() {
    #expect(
      accepting("@relation(fields: [userId], references: [id])", "title String @<|>") == [
        "title String", "user User? @relation(fields: [userId], references: [id])", "userId Int?",
        "posts Post[]",
      ])
    let taken = "userId Int @<|>\n  user User @relation(fields: [userId], references: [id])"
    #expect(
      accepting(
        "@relation(fields: [user2Id], references: [id])", taken, user: "\n  posts Post[]") != nil)
  }

  @Test func `names are joined as in the rest of the model`() {
    #expect(
      accepting(
        "@relation(fields: [user_id], references: [id])", "first_name String @<|>")?.dropFirst()
        == [
          "user User? @relation(fields: [user_id], references: [id])", "user_id Int?",
          "posts Post[]",
        ])
  }

  @Test func `where changes must not go around in circles no relation leads back`() {
    let line = "title String @<|>"
    let related = "\n  postId Int\n  post Post @relation(fields: [postId], references: [id])"
    #expect(
      accepting(
        "@relation(fields: [userId], references: [id])", line + "\n  users User[]",
        in: "sqlserver", user: related) == nil)
  }

  @Test func `what is said of a column goes to the field that holds it`() {
    let line = "user User @relation(fields: [userId], references: [id]) @<|>\n  userId Int"
    #expect(
      accepting("@unique", line, user: "\n  posts Post[]") == [
        "user User @relation(fields: [userId], references: [id])", "userId Int @unique",
        "posts Post[]",
      ])
    #expect(
      accepting("@map", line, user: "\n  posts Post[]")?[1] == "userId Int @map(\"user_id\")")
    #expect(
      accepting("@map", "user User @<|>\n  userId Int")?[1] == "userId Int @map(\"user_id\")")
    #expect(accepting("@map", "users User[] @<|>") == nil)
  }

  @Test func `a unique takes the place of the key or of the line that says the same`() {
    #expect(
      accepting("@unique", "@@map(\"x\")\n  key Int @<|>\n  @@unique([key])") == [
        "@@map(\"x\")", "key Int @unique",
      ])
    let key = CompletionHarness(
      "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Int @id(map: \"x\") @<|>\n}\n"
    )
    #expect(key.accepting("@unique")?.contains("  id Int @unique\n") == true)
    #expect(key.harmful().isEmpty)
  }

  @Test func `a key that is needed stays`() {
    let mongo = CompletionHarness(
      "datasource db {\n  provider = \"mongodb\"\n}\nmodel A {\n  id String @id @map(\"_id\") @<|>\n}\n"
    )
    #expect(mongo.item("@unique") == nil)
    let many = CompletionHarness(
      """
      model A {
        id Int @id @<|>
        bs B[]
      }
      model B {
        id Int @id
        as A[]
      }
      """)
    #expect(many.item("@unique") == nil)
  }

  @Test func `an attribute takes the place of an unknown prefix`() {
    #expect(accepting("@unique", "a String @wrong.<|>") == ["a String @unique"])
    #expect(accepting("@db", "a String @wrong.x<|>")?.first?.hasPrefix("a String @db.") == true)
  }

  @Test func `a type loses brackets where there are no lists of it`() {
    #expect(accepting("String", "a Us<|>[]", in: "sqlite") == ["a String"])
  }

  @Test func `SQL Server gets the next best thing`() {
    #expect(accepting("Json", "a <|>", in: "sqlserver") == ["a String @db.NVarChar(Max)"])
    let top = CompletionHarness("datasource db {\n  provider = \"sqlserver\"\n}\n<|>\n")
    #expect(top.accepting("enum")?.contains("model Value {\n  name String @id") == true)
  }

  @Test func `a string becomes a list of it`() {
    let harness = CompletionHarness(
      "generator client {\n  provider = \"prisma-client-js\"\n  previewFeatures = \"vi<|>ews\"\n}\n"
    )
    #expect(harness.accepting("[\"\"]")?.contains("previewFeatures = [\"views\"]") == true)
  }

  @Test func `attributes and properties asked for at the keyword go to the end of the block`() {
    let model = CompletionHarness(
      """
      datasource db {
        provider = "postgresql"
      }

      model<|> UserName {
        id Int @id
        age Int
      }

      """)
    #expect(model.accepting("@@map")?.contains("  age Int\n\n  @@map(\"user_name\")\n}") == true)
    #expect(model.accepting("@@index")?.contains("\n\n  @@index([age])\n}") == true)
    #expect(model.item("@@index")?.detail == "adds @@index([age]) to UserName")
    #expect(model.harmful(among: { !$0.additionalEdits.isEmpty }).isEmpty)
    let keyed = CompletionHarness(
      """
      datasource db {
        provider = "postgresql"
      }

      model<|> Mention {
        a Int @db.SmallInt
        b Int
        c String @db.Xml

        @@id([a, b])
        @@index([b])
      }

      """)
    // What is in a key or index already can still be unique; nothing is left to index.
    #expect(keyed.item("@@unique")?.detail == "adds @@unique([a]) to Mention")
    #expect(keyed.item("@@index") == nil)
    let native = CompletionHarness(
      "datasource db {\n  provider = \"postgresql\"\n}\nmodel<|> A {\n  id Int @id\n  c String @db.Xml\n  d String @db.VarChar(9)\n}\n"
    )
    #expect(native.item("@@index")?.detail == "adds @@index([d]) to A")
    let generator = CompletionHarness(
      "generator<|> client {\n  provider = \"prisma-client\"\n  output = \"../a\"\n}\n")
    #expect(generator.accepting("runtime")?.contains("  runtime = \"nodejs\"\n}") == true)
    #expect(generator.harmful(among: { !$0.additionalEdits.isEmpty }).isEmpty)
    // Half a keyword is to become another one.
    #expect(CompletionHarness("mod<|> A {\n  id Int @id\n}\n").item("@@map") == nil)
  }

  @Test func `what MySQL counts is made unique`() {
    #expect(
      accepting("autoincrement()", "number Int @default(<|>)", in: "mysql") == [
        "number Int @default(autoincrement()) @unique"
      ])
    #expect(accepting("autoincrement()", "number Int @default(<|>)", in: "sqlite") == nil)
    #expect(
      accepting("autoincrement()", "number Int @unique @default(<|>)", in: "mysql") == [
        "number Int @unique @default(autoincrement())"
      ])
  }

  @Test func `actions typed on the side without the key are written on the other`() {
    let line = "author User @relation(fields: [authorId], references: [id])\n  authorId Int"
    let user = "\n  posts Post[] @relation(<|>)"
    #expect(
      accepting("onDelete: Cascade", line, user: user) == [
        "author User @relation(fields: [authorId], references: [id], onDelete: Cascade)",
        "authorId Int", "posts Post[] @relation()",
      ])
    // A key that must be there can't be emptied.
    #expect(accepting("onDelete: SetNull", line, user: user) == nil)
    let given = line.replacing("[id])", with: "[id], onDelete: Restrict)")
    #expect(accepting("onDelete: Cascade", given, user: user) == nil)
    #expect(accepting("onUpdate: Restrict", given, user: user) != nil)
  }

  @Test func `the name of a foreign key typed on the side without it is written on the other`() {
    let line = "author User @relation(fields: [authorId], references: [id])\n  authorId Int"
    let user = "\n  posts Post[] @relation(<|>)"
    let map = "map: \"Post_authorId_fkey\""
    #expect(
      accepting(map, line, user: user) == [
        "author User @relation(fields: [authorId], references: [id], \(map))",
        "authorId Int", "posts Post[] @relation()",
      ])
    #expect(accepting(map, line, in: "sqlite", user: user) == nil)
    let given = line.replacing("[id])", with: "[id], map: \"x\")")
    #expect(accepting("map: \"x\"", given, user: user) == nil)
  }

  @Test func `a property asked for at the value of another gets its own line`() {
    let marked = """
      datasource db {
        provider = "postgresql"
        url = <|>
        directUrl = env("DIRECT_URL")
      }

      """
    let harness = CompletionHarness(marked, version: .six)
    #expect(
      harness.accepting("relationMode") == """
        datasource db {
          provider = "postgresql"
          url = 
          directUrl = env("DIRECT_URL")
          relationMode = "foreignKeys"
        }

        """)
    #expect(harness.harmful().isEmpty)
    #expect(
      harness.labels.firstIndex(of: "env") ?? 9 < harness.labels.firstIndex(of: "schemas") ?? 0)
    // Neither the property itself, nor those that are there, nor anything in a string.
    #expect(harness.item("url") == nil && harness.item("directUrl") == nil)
    let quoted = CompletionHarness(marked.replacing("<|>", with: "\"<|>\""), version: .six)
    #expect(quoted.item("relationMode") == nil)
    let list = CompletionHarness(
      "datasource db {\n  provider = \"postgresql\"\n  schemas = [\"a\", <|>]\n}\n")
    #expect(list.accepting("relationMode")?.contains("\"a\", ]\n  relationMode = ") == true)
    #expect(list.item("schemas") == nil)
  }

  @Test func `the order of an entry is changed in its place`() {
    let other = "a(sort: Desc, <|>)"
    #expect(
      accepting("sort: Asc", "a Int\n  @@index([\(other)])") == [
        "a Int", "@@index([a(sort: Asc)])",
      ])
    #expect(accepting("sort: Asc", "a Int\n  @@index([a(sort: <|>Desc)])") == nil)
  }

  @Test func `arguments are offered behind the list that the cursor is in`() {
    #expect(
      accepting("map: \"Post_a_idx\"", "a Int\n  @@index([a<|>])") == [
        "a Int", "@@index([a], map: \"Post_a_idx\")",
      ])
    #expect(accepting("map: \"Post_a_idx\"", "a Int\n  @@index([<|>])") == nil)
    let labels = CompletionHarness(
      "model A {\n  id Int @id\n  map Int\n  b Int\n  @@index([b, m<|>])\n}\n"
    ).labels
    #expect(labels.first == "id" || labels.first == "map")
  }

  @Test func `a relation that has a name gets its fields, and the other side the same name`() {
    let named = CompletionHarness(
      """
      model Post {
        id Int @id
        author User @relation("Written", <|>)
      }
      model User {
        id Int @id
      }

      """)
    let text = named.accepting("fields: [authorId], references: [id]")
    #expect(text?.contains("@relation(\"Written\", fields: [authorId], references: [id])") == true)
    #expect(text?.contains("  authorId Int\n") == true)
    #expect(text?.contains("@relation(\"Written\")\n}") == true)
    #expect(named.harmful().isEmpty)
    let inside = CompletionHarness(
      """
      datasource db {
        provider = "postgresql"
      }
      model Post {
        id Int @id
        author User @relation("Writ<|>")
      }
      model User {
        id Int @id
      }

      """)
    let map = "fields: [authorId], references: [id], map: \"Post_authorId_fkey\""
    #expect(inside.accepting(map)?.contains("@relation(\"Writ\", \(map))") == true)
  }

  @Test func `behind an argument that is not possible stand those that are`() {
    let harness = CompletionHarness(
      """
      datasource db {
        provider = "postgresql"
      }
      model A {
        id Int @id
        b Int
        @@index([b], nonsense: raw(<|>))
      }

      """)
    #expect(harness.items.contains { $0.filterText == "map" })
    #expect(harness.harmful().isEmpty)
  }

  @Test func `what nothing speaks for comes when it is asked for`() {
    func labels(_ line: String, isAskedFor: Bool) -> [String] {
      let text = MarkedText(
        "datasource db {\n  provider = \"postgresql\"\n}\n"
          + "model User {\n  id Int @id\n  \(line)\n}\nmodel Host {\n  id Int @id\n}\n")
      return Analysis.of([text.text]).completions(
        at: text.cursor ?? 0, inFile: 0, CompletionEnvironment(isAskedFor: isAskedFor))?
        .items.map(\.label) ?? []
    }
    for line in [
      "name String @<|>", "name String @default(\"a.<|>\")", "x Int\n  @@index([x], map: \"<|>\")",
    ] {
      let all = labels(line, isAskedFor: true)
      let some = labels(line, isAskedFor: false)
      #expect(all.count > some.count, "\(line)")
      #expect(some == Array(all.prefix(some.count)), "\(line)")
    }
    #expect(!labels("name String @<|>", isAskedFor: false).contains { $0.contains("@relation") })
    #expect(labels("hostId Int @<|>", isAskedFor: false).contains { $0.contains("@relation") })
    #expect(
      !labels(
        "host Host @relation(fields: [hostId], references: [id])\n  hostId Int @<|>",
        isAskedFor: false
      ).contains { $0.contains("@relation") })
  }
}
