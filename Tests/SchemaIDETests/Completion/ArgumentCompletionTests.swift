import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// What is offered in the arguments of attributes, and what accepting it makes.
struct ArgumentCompletionTests {
  @Test func `nothing makes the value of a foreign key`() {
    func labels(_ key: String, _ type: String) -> [String] {
      CompletionHarness(
        """
        datasource db {
          provider = "postgresql"
        }

        model A {
          id  \(type) @id
          \(key) \(type) @default(<|>)
          b   B    @relation(fields: [bId], references: [id])
        }

        model B {
          id \(type) @id
          as A[]
        }

        """
      ).labels
    }
    #expect(labels("bId", "Int") == ["0", "dbgenerated()"])
    #expect(labels("bId", "String") == ["\"\"", "dbgenerated()"])
    #expect(labels("other", "Int").contains("autoincrement()"))
    #expect(labels("other", "String").contains("uuid()"))
  }

  @Test func `the id of MongoDB tells nothing of other names`() {
    let harness = CompletionHarness(
      """
      datasource db {
        provider = "mongodb"
      }

      model A {
        id String @id @default(auto()) @map("_id") @db.ObjectId
        createdAt DateTime @map(<|>)
      }

      """)
    #expect(harness.labels == ["\"created_at\""])
  }

  private func harness(
    _ lines: String, provider: String = "postgresql", version: PrismaVersion = .seven,
    before: String = "", others: [String] = []
  ) -> CompletionHarness {
    CompletionHarness(
      """
      datasource db {
        provider = "\(provider)"
      }

      generator client {
        provider        = "prisma-client"
        output          = "../client"
        previewFeatures = ["partialIndexes"]
      }

      \(before)
      model Post {
        id        Int @id
        title     String
        userId    Int
        parentId  Int?
        deletedAt DateTime?
        isOpen    Boolean
        \(lines)
      }

      model User {
        id    Int    @id
        email String @unique @db.VarChar(20)
        first String
        last  String

        @@unique([first, last])
      }

      enum Kind {
        A
        B
      }

      """, version: version, others: others)
  }

  private func labels(_ line: String, provider: String = "postgresql") -> [String] {
    harness(line, provider: provider).labels
  }

  /// The line of the cursor after accepting an item, and the lines that are new.
  private func accepting(
    _ label: String, _ line: String, provider: String = "postgresql"
  ) -> [String]? {
    let harness = harness(line, provider: provider)
    guard let item = harness.item(label) else { return nil }
    let text = harness.accepting(item)
    let before = String(decoding: harness.analysis.files[0].tree.bytes, as: UTF8.self)
    let old = Set(before.split(separator: "\n"))
    return text.split(separator: "\n").filter { !old.contains($0) }
      .map { String($0.drop { $0 == " " }) }
  }

  // MARK: Defaults

  @Test func `defaults fit the type of the field`() {
    #expect(labels("x Kind @default(<|>)").prefix(2) == ["A", "B"])
    #expect(labels("x Kind? @default(<|>)").prefix(2) == ["A", "B"])
    #expect(labels("x Kind[] @default(<|>)").prefix(3) == ["[]", "[A]", "[B]"])
    #expect(labels("x Kind[] @default([A, <|>])") == ["B", "A"])
    #expect(labels("x Boolean @default(<|>)") == ["false", "true", "dbgenerated()"])
    #expect(labels("x DateTime @default(<|>)").first == "now()")
    #expect(labels("x Int @default(<|>)") == ["0", "autoincrement()", "dbgenerated()"])
    #expect(labels("x String @default(<|>)").contains("uuid(7)"))
    #expect(labels("x String @default(uuid(<|>))").prefix(2) == ["4", "7"])
    #expect(labels("x Unsupported(\"y\")? @default(<|>)") == ["dbgenerated()"])
    #expect(labels("x User @default(<|>)").isEmpty)
  }

  @Test func `defaults fit the database`() {
    #expect(
      labels("x BigInt @default(sequence(<|>))", provider: "cockroachdb").prefix(6) == [
        "virtual", "cache", "increment", "minValue", "maxValue", "start",
      ])
    #expect(!labels("x Int @default(<|>)", provider: "cockroachdb").contains("autoincrement()"))
    #expect(!labels("x Int @default(<|>)", provider: "sqlite").contains("autoincrement()"))
    #expect(labels("x Int @unique @default(<|>)", provider: "mysql").contains("autoincrement()"))
    #expect(labels("x String @default(0, <|>)", provider: "sqlserver").first == "map")
    #expect(
      labels("x String @default(dbgenerated(\"<|>\"))", provider: "sqlserver").contains("newid()"))
    #expect(
      accepting("auto()", "x String @id @default(<|>)", provider: "mongodb")
        == ["x String @id @default(auto()) @db.ObjectId"])
    #expect(labels("x Int @default(<|>)", provider: "mongodb") == ["0"])
  }

  // MARK: Replacing

  @Test func `nothing that is typed is doubled or left over`() {
    #expect(accepting("uuid()", "x String @default(uu<|>)") == ["x String @default(uuid())"])
    #expect(accepting("uuid()", "x String @default(cu<|>id())") == ["x String @default(uuid())"])
    #expect(accepting("uuid()", "x String @default(<|>") == ["x String @default(uuid()"])
    #expect(
      accepting("uuid()", "x String @default(<|> @map(\"y\")")
        == ["x String @default(uuid() @map(\"y\")"])
    #expect(accepting("{}", "x Json @default(\"<|>\")") == ["x Json @default(\"{}\")"])
    #expect(
      accepting("Post_x_key", "x Int @unique(map: \"Po<|>)") == [
        "x Int @unique(map: \"Post_x_key\")"
      ])
    #expect(accepting("title", "@@index([<|> userId])") == ["@@index([title, userId])"])
    #expect(accepting("title", "@@index([ti<|>, userId])") == ["@@index([title, userId])"])
    #expect(accepting("title", "@@index([is<|>Open])") == ["@@index([title])"])
    #expect(
      accepting("map", "@@index([title], <|>: \"x\")") == ["@@index([title], map: \"x\")"])
    #expect(accepting("title", "@@index([\n    <|>\n  ])") == ["title"])
  }

  @Test func `names that are there are not offered again`() {
    #expect(labels("@@index([title], <|>)") == ["map", "type", "where", "fields: [title]"])
    #expect(
      labels("@@index([title], map: \"x\", <|>)")
        == ["type", "where", "fields: [title]", "map: \"x\""])
    #expect(
      labels("@@index([title], <|>, map: \"x\")")
        == ["type", "where", "fields: [title]", "map: \"x\""])
    #expect(labels("@@map(<|>)") == ["\"post\"", "\"posts\""])
    #expect(
      labels("@@unique([title, userId], <|>)")
        == ["name", "map", "where", "fields: [title, userId]"])
  }

  // MARK: What is there already

  @Test func `an argument that is given elsewhere moves to the cursor`() {
    #expect(
      accepting("fields: [title]", "@@index([title], <|>)") == ["@@index(fields: [title])"])
    #expect(
      accepting("map: \"x\"", "@@index([title], <|>, map: \"x\")")
        == ["@@index([title], map: \"x\")"])
    #expect(
      accepting(
        "onDelete: Cascade",
        "user User @relation(<|>, fields: [userId], references: [id], onDelete: Cascade)")
        == ["user User @relation(onDelete: Cascade, fields: [userId], references: [id])"])
    #expect(
      accepting("references: [id]", "user User @relation(f<|>: [userId], references: [id])")
        == ["user User @relation(references: [id], f: [userId])"])
  }

  @Test func `behind a string and a full list the next argument is offered`() {
    #expect(
      accepting("onDelete: Cascade", "user User @relation(fields: [userId], references: [id, <|>])")
        == ["user User @relation(fields: [userId], references: [id], onDelete: Cascade)"])
    #expect(
      accepting("type: BTree", "@@index([title], map: \"x<|>\")")
        == ["@@index([title], map: \"x\", type: BTree)"])
    #expect(
      accepting("map: \"Post_userId_fkey\"", "user User @relation(\"a<|>b\", fields: [userId])")
        == ["user User @relation(\"ab\", map: \"Post_userId_fkey\", fields: [userId])"])
    #expect(
      accepting("name: \"ab\"", "user User @relation(\"a<|>b\", fields: [userId])")
        == ["user User @relation(name: \"ab\", fields: [userId])"])
    #expect(
      labels("user User @relation(fields: [userId, parentId], references: [id, <|>])").isEmpty)
  }

  @Test func `a missing comma is written with the next argument`() {
    let relation = "user User @relation(fields: [userId], references: [id] on<|>)"
    #expect(
      accepting("onDelete", relation) == [
        "user User @relation(fields: [userId], references: [id], onDelete: Cascade)"
      ])
    #expect(
      accepting("type", "@@index([title] <|>)") == ["@@index([title], type: BTree)"])
    #expect(accepting("fields", "@@index([title] <|>)") == nil)
    // Nothing but a whole value has an end.
    #expect(labels("user User @relation(onDelete: Cascade <|>)").isEmpty)
    #expect(
      accepting("fields: [title]", "@@unique([title, <|>])") == ["@@unique(fields: [title])"])
  }

  @Test func `a list in a list has one place for the cursor`() {
    for item in harness("x String[] @default(<|>)").items {
      #expect(item.text.pieces.count { $0 == .end } <= 1, "\(item.label)")
    }
  }

  @Test func `a default takes the place of the one that is there`() {
    #expect(
      accepting("uuid()", "x String @default(\"u<|>x\")") == ["x String @default(uuid())"])
    #expect(
      accepting("cuid()", "x String @default(dbgenerated(\"<|>gen()\"))")
        == ["x String @default(cuid())"])
    #expect(accepting("cuid()", "x String @default(uuid(<|>7))") == ["x String @default(cuid())"])
    #expect(
      accepting(
        "now()", "x DateTime @default(dbgenerated(\"x\"), map: \"<|>\")", provider: "sqlserver")
        == ["x DateTime @default(now(), map: \"\")"])
    #expect(harness("x String @default(\"u<|>\")").item("uuid()")?.filterText == "\"uuid()")
  }

  @Test func `a value is offered at the end of its argument's name`() {
    let line = "user User @relation(fields: [userId], references: [id], onDelete<|>: Cascade)"
    #expect(
      accepting("NoAction", line)
        == ["user User @relation(fields: [userId], references: [id], onDelete: NoAction)"])
  }

  @Test func `a relation can have a name of one's own`() {
    #expect(accepting("\"\"", "user User @relation(<|>)") == ["user User @relation(\"\")"])
    #expect(
      accepting("\"\"", "user User @relation(f<|>: [userId])")
        == ["user User @relation(\"\", f: [userId])"])
    #expect(
      accepting("\"\"", "user User @relation(\"a<|>") == ["user User @relation(\"a\")"])
  }

  // MARK: Relations

  @Test func `a relation is written at once`() {
    #expect(
      accepting("@relation(fields: [ownerId], references: [id])", "owner User <|>") == [
        "owner User @relation(fields: [ownerId], references: [id])", "ownerId Int", "posts Post[]",
      ])
    #expect(
      accepting("@relation(fields: [ownerId], references: [id])", "owner User? @re<|>") == [
        "owner User? @relation(fields: [ownerId], references: [id])", "ownerId Int?",
        "posts Post[]",
      ])
    #expect(
      accepting("User @relation(fields: [userId], references: [id])", "user User<|>") == [
        "user User @relation(fields: [userId], references: [id])", "posts Post[]",
      ])
    #expect(
      accepting("fields: [ownerId], references: [id]", "owner User @relation(<|>)") == [
        "owner User @relation(fields: [ownerId], references: [id])", "ownerId Int", "posts Post[]",
      ])
    #expect(
      accepting(
        "@relation(\"PostParent\", fields: [parentId], references: [id])", "parent Post? <|>")
        == [
          "parent Post? @relation(\"PostParent\", fields: [parentId], references: [id])",
          "children Post[] @relation(\"PostParent\")",
        ])
  }

  @Test func `a second relation between two models gets a name`() {
    let line = "user User @relation(fields: [userId], references: [id])\n  editor User? <|>"
    #expect(
      accepting("@relation(\"PostEditor\", fields: [editorId], references: [id])", line) == [
        "editor User? @relation(\"PostEditor\", fields: [editorId], references: [id])",
        "editorId Int?", "postsAsEditor Post[] @relation(\"PostEditor\")",
      ])
  }

  @Test func `the key takes over type and native type`() {
    let harness = CompletionHarness(
      """
      datasource db {
        provider = "postgresql"
      }

      model User {
        id String @id @db.Uuid
        posts Post[]
      }

      model Post {
        id Int @id
        owner User? <|> // the owner
      }

      """)
    #expect(
      harness.accepting("@relation(fields: [ownerId], references: [id])")?.contains(
        """
          owner User? @relation(fields: [ownerId], references: [id]) // the owner
          ownerId String? @db.Uuid

        """) == true)
    #expect(harness.harmful() == [])
  }

  @Test func `a related model in another file is left alone`() {
    let harness = CompletionHarness(
      "model Post {\n  id Int @id\n  user User <|>\n}\n",
      others: ["model User {\n  id Int @id\n}\n"])
    #expect(
      harness.accepting("@relation(fields: [userId], references: [id])") == """
        model Post {
          id Int @id
          user User @relation(fields: [userId], references: [id])
          userId Int
        }

        """)
  }

  @Test func `fields of a relation fit, the likeliest first`() {
    #expect(labels("user User @relation(fields: [<|>], references: [id])") == ["userId", "id"])
    #expect(
      labels("parent User? @relation(fields: [<|>], references: [id])").first == "parentId")
    #expect(labels("x User @relation(fields: [<|>], references: [email])") == ["title"])
    #expect(
      accepting("xId", "x User @relation(fields: [<|>])") == [
        "x User @relation(fields: [xId])", "xId Int",
      ])
  }

  @Test func `references are unique fields in the order of fields`() {
    #expect(labels("user User @relation(fields: [userId], references: [<|>])") == ["id"])
    #expect(labels("x User @relation(fields: [title], references: [<|>])") == ["email"])
    #expect(
      labels("x User @relation(fields: [title, title2], references: [<|>])\n  title2 String")
        == ["first, last", "first", "last"])
    #expect(
      labels("x User @relation(fields: [title, title2], references: [first, <|>])\n  title2 String")
        == ["last"])
    #expect(
      labels("x User @relation(references: [<|>])").prefix(3) == ["id", "email", "first, last"])
  }

  @Test func `names of relations come from the other side`() {
    let other = "model Tag {\n  id Int @id\n  posts Post[] @relation(\"labels\")\n}\n"
    let harness = harness("tags Tag[] @relation(\"<|>\")", before: other)
    #expect(harness.labels.first == "labels")
    #expect(labels("users User[] @relation(\"<|>\")").first == "PostUsers")
  }

  @Test func `referential actions are those of the database and the fields`() {
    let line = "user User @relation(fields: [userId], references: [id], onDelete: <|>)"
    #expect(labels(line) == ["Cascade", "Restrict", "NoAction", "SetDefault"])
    #expect(labels(line, provider: "sqlserver") == ["Cascade", "NoAction", "SetDefault"])
    #expect(
      labels("x User? @relation(fields: [parentId], references: [id], onDelete: <|>)")
        .contains("SetNull"))
    #expect(harness(line).item("Restrict")?.detail?.hasPrefix("default") == true)
  }

  // MARK: Indexes

  @Test func `lists hold the fields that an index can hold`() {
    #expect(
      !labels("user User @relation(fields: [userId], references: [id])\n  @@index([<|>])")
        .contains("user"))
    #expect(labels("@@id([title, <|>])").contains("userId"))
    #expect(!labels("@@id([title, <|>])").contains("parentId"))
    #expect(labels("@@index([title(<|>)])") == ["sort", "ops"])
    #expect(labels("@@index([title(sort: <|>)])") == ["Asc", "Desc"])
    #expect(
      labels("@@index([title(ops: <|>)], type: Brin)") == [
        "TextBloomOps", "TextMinMaxOps", "raw()",
      ])
    #expect(labels("@@index([title(ops: raw(\"<|>\"))], type: Gin)") == ["gin_trgm_ops"])
    #expect(labels("@@index(title(so<|>))") == ["sort", "ops"])
    #expect(labels("@@index([userId], type: <|>)") == ["BTree", "Hash", "Brin"])
    #expect(labels("body String @db.Text\n  @@index([<|>])", provider: "mysql").contains("body"))
    #expect(
      accepting("body", "body String @db.Text\n  @@index([<|>])", provider: "mysql")
        == ["@@index([body(length: 100)])"])
    #expect(
      !labels("body String @db.NVarChar(Max)\n  @@index([<|>])", provider: "sqlserver")
        .contains("body"))
  }

  @Test func `paths lead into composite types`() {
    let type = "type Place {\n  lat Float\n}\n\ntype Address {\n  street String\n  place Place\n}\n"
    let index = harness("a Address\n  @@index([<|>])", provider: "mongodb", before: type)
    #expect(Set(index.labels).isSuperset(of: ["a", "a.street", "a.place", "a.place.lat"]))
    let path = harness("a Address\n  @@index([a.<|>])", provider: "mongodb", before: type)
    #expect(path.labels == ["street", "place.lat", "place"])
    #expect(path.accepting("street")?.contains("@@index([a.street])") == true)
  }

  @Test func `conditions of partial indexes are written field by field`() {
    #expect(
      labels("@@index([title], where: <|>)")
        == ["{ deletedAt: null }", "{ }", "{ isOpen: true }", "raw()"])
    #expect(labels("@@index([title], where: { <|> })").contains("isOpen"))
    #expect(labels("@@index([title], where: { isOpen: <|> })") == ["true", "false", "{ not: }"])
    #expect(labels("@@index([title], where: { isOpen: true, <|> })").contains("isOpen") == false)
    #expect(
      labels("@@index([title], where: { deletedAt: { <|> } })") == ["not"])
    #expect(
      labels("@@index([title], where: { deletedAt: { not: <|> } })") == ["\"\"", "null"])
    #expect(
      labels("kind Kind\n  @@index([title], where: { kind: \"<|>\" })") == ["A", "B"])
  }

  @Test func `names of constraints are those that they have anyway, or one's own`() {
    #expect(
      labels("@@index([title, userId], map: <|>)") == ["\"Post_title_userId_idx\"", "\"\""])
    #expect(
      labels("@@unique([title, userId], map: \"<|>\")").first == "Post_title_userId_key")
    #expect(labels("@@id([title], map: <|>)") == ["\"Post_pkey\"", "\"\""])
    #expect(labels("x Int @map(\"y\") @unique(map: <|>)") == ["\"Post_y_key\"", "\"\""])
    let relation = "user User @relation(fields: [userId], references: [id], map: <|>)"
    #expect(labels(relation) == ["\"Post_userId_fkey\"", "\"\""])
    #expect(
      accepting("\"\"", relation.replacing("<|>)", with: "\"mine<|>"))
        == ["user User @relation(fields: [userId], references: [id], map: \"mine\")"])
    #expect(
      labels("x Int @default(0, map: <|>)", provider: "sqlserver") == ["\"Post_x_df\"", "\"\""])
    #expect(labels("@@unique([title, userId], name: <|>)") == ["\"titleUserId\""])
  }

  // MARK: Names in the database

  @Test func `names in the database are in the style of the schema`() {
    #expect(labels("createdBy String @map(<|>)") == ["\"created_by\""])
    #expect(labels("createdBy String @map(\"<|>") == ["created_by"])
    let upper =
      "model A {\n  id Int @id @map(\"ID\")\n  createdAt Int @map(\"CREATED_AT\")\n  @@map(\"TBL_A\")\n}\n"
    #expect(harness("createdBy String @map(<|>)", before: upper).labels.first == "\"CREATED_BY\"")
    let plural = "model UserRole {\n  id Int @id\n  @@map(\"app_user_roles\")\n}\n"
    #expect(harness("@@map(<|>)", before: plural).labels.first == "\"app_posts\"")
    #expect(
      CompletionHarness("enum Kind {\n  SuperUser @map(<|>)\n}\n").labels.first
        == "\"super_user\"")
  }

  @Test func `schemas are those of the datasource`() {
    let schemas = """
      datasource db {
        provider = "postgresql"
        schemas  = ["main", "my other"]
      }


      """
    let model = { (line: String) in
      CompletionHarness(schemas + "model A {\n  id Int @id\n  \(line)\n}\n").labels
    }
    #expect(model("@@schema(<|>)") == ["\"main\"", "\"my other\""])
    #expect(model("@@schema(\"<|>\")") == ["main", "my other"])
    #expect(model("@@schema(ma<|>)") == ["\"main\"", "\"my other\""])
  }

  @Test func `types without a counterpart are offered`() {
    #expect(labels("x Unsupported(\"<|>\")?").contains("tsvector"))
    #expect(labels("x Unsupported(<|>)?").contains("\"tsvector\""))
    #expect(accepting("tsvector", "x Unsupported(\"<|>)?") == ["x Unsupported(\"tsvector\")?"])
  }

  @Test func `native types get numbers that they can have`() {
    #expect(labels("x String @db.VarChar(<|>)").contains("255"))
    #expect(labels("x DateTime @db.Timestamp(<|>)") == ["3", "6", "0"])
    #expect(labels("x Decimal @db.Decimal(10, <|>)") == ["2", "4", "8"])
    #expect(labels("x String @db.NVarChar(<|>)", provider: "sqlserver").contains("Max"))
  }

  @Test func `nothing is offered behind a value, in comments, and for what is unknown`() {
    #expect(labels("x DateTime @default(now() <|>)").isEmpty)
    #expect(labels("// x Int @default(<|>)").isEmpty)
    #expect(labels("x Int @unknown(<|>)").isEmpty)
    #expect(labels("@@index([title], unknown: <|>)").isEmpty)
    #expect(labels("x Int @relation(<|>)").isEmpty)
    #expect(labels("@@index([title], where: { title: { not: { <|> } } })").isEmpty)
  }
}
