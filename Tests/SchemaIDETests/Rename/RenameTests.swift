import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct RenameTests {
  /// Renames what stands at the cursor and returns the texts, or why it is refused.
  private func renamed(
    _ marked: [String], to name: String, asks: Bool = false, keeps: Bool = true
  ) -> [String] {
    let texts = marked.map { MarkedText($0) }
    let analysis = Analysis.of(texts.map(\.text))
    let file = texts.firstIndex { $0.cursor != nil } ?? 0
    do throws(RenameRefusal) {
      guard
        let edit = try analysis.rename(
          at: texts[file].cursor ?? -1, inFile: file, to: name, asks: asks)
      else { return ["nothing"] }
      return analysis.texts(after: keeps ? edit : edit.withoutKeeping)
    } catch {
      return [error.message]
    }
  }

  private func check(
    _ marked: String, to name: String, _ expected: String, asks: Bool = false, keeps: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      renamed([marked], to: name, asks: asks, keeps: keeps) == [expected],
      sourceLocation: sourceLocation)
  }

  @Test func `a model keeps its table, and its uses follow in all files`() {
    #expect(
      renamed(
        [
          "model Post {\n    id Int @id // Us<|>er\n}\n".replacing("Us<|>er", with: "User"),
          "model U<|>ser {\n    id Int @id\n}\n",
          "model Log {\n  user User? // User\n  x User[]\n}\n",
        ], to: "Person")
        == [
          "model Post {\n    id Int @id // User\n}\n",
          "model Person {\n    id Int @id\n\n    @@map(\"User\")\n}\n",
          "model Log {\n  user Person? // User\n  x Person[]\n}\n",
        ])
  }

  @Test func `the block attribute goes where the formatter puts it`() {
    check(
      "model <|>A {\n\tid Int @id // x\n\t@@index([id]) // y\n\n}",
      to: "B", "model B {\n\tid Int @id // x\n\t@@index([id]) // y\n\t@@map(\"A\")\n\n}")
    check("enum <|>A {\n}", to: "B", "enum B {\n  @@map(\"A\")\n}")
    check(
      "  model <|>A {\r\n    id Int @id\r\n    // end\r\n  }\r\n", to: "B",
      "  model B {\r\n    id Int @id\r\n    // end\r\n\r\n    @@map(\"A\")\r\n  }\r\n")
    check(
      "enum <|>A {\n  X\n  /* x */ }", to: "B", "enum B {\n  X\n  /* x */ \n\n  @@map(\"A\")\n}")
  }

  @Test func `what is mapped already stays mapped`() {
    check(
      "model <|>A {\n  id Int @id\n  @@map(\"a\")\n}", to: "B",
      "model B {\n  id Int @id\n  @@map(\"a\")\n}")
    check(
      "model A {\n  i<|>d Int @id @map(name: \"x\")\n}", to: "b",
      "model A {\n  b Int @id @map(name: \"x\")\n}")
    check("type <|>A {\n  b Int\n}", to: "B", "type B {\n  b Int\n}")
  }

  @Test func `a column keeps its name, in the order of the formatter and before the comment`() {
    check(
      "model A {\n  na<|>me String? // the name\n}", to: "b",
      "model A {\n  b String? @map(\"name\") // the name\n}")
    check(
      "model A {\n  na<|>me String @unique @default(\"x\") @db.Text /// name\n}", to: "b",
      "model A {\n  b String @unique @default(\"x\") @map(\"name\") @db.Text /// name\n}")
    check(
      "model A {\n  na<|>me String @db.Text @unique // name\n}", to: "b",
      "model A {\n  b String @db.Text @unique @map(\"name\") // name\n}")
    check(
      "model A {\n  na<|>me String @id   \n}", to: "b",
      "model A {\n  b String @id @map(\"name\")   \n}")
    check(
      "type A {\n  na<|>me Unsupported(\"x\")\n}", to: "b",
      "type A {\n  b Unsupported(\"x\") @map(\"name\")\n}")
  }

  @Test func `a field is renamed in keys, indexes, conditions and relations`() {
    #expect(
      renamed(
        [
          """
          model User {
            i<|>d Int @id // id
            x  Int
            p  Post[]
            @@unique([id, x], map: "id")
            @@index([x, id(sort: Desc)], where: { id: 1, x: { not: 2 } })
          }
          """,
          """
          model Post {
            id     Int  @id
            userId Int
            user   User @relation(fields : [ userId ] , references : [ id ])
          }
          """,
        ], to: "key") == [
          """
          model User {
            key Int @id @map("id") // id
            x  Int
            p  Post[]
            @@unique([key, x], map: "id")
            @@index([x, key(sort: Desc)], where: { key: 1, x: { not: 2 } })
          }
          """,
          """
          model Post {
            id     Int  @id
            userId Int
            user   User @relation(fields : [ userId ] , references : [ key ])
          }
          """,
        ])
  }

  @Test func `a relation field has no column`() {
    check(
      "model A {\n  bs<|> B[]\n}\nmodel B {\n  a A @relation(fields: [x], references: [y])\n}",
      to: "c",
      "model A {\n  c B[]\n}\nmodel B {\n  a A @relation(fields: [x], references: [y])\n}")
  }

  @Test func `an enum, its values and fields of its type keep their names in the database`() {
    let schema = """
      enum Kind {
        GUEST // a guest
        OTHER
      }
      model A {
        kind  Kind   @default(GUEST)
        kinds Kind[] @default([OTHER, GUEST])
        text  String @default("GUEST")
      }
      """
    check(
      schema.replacing("  GUEST //", with: "  GU<|>EST //"), to: "VISITOR",
      """
      enum Kind {
        VISITOR @map("GUEST") // a guest
        OTHER
      }
      model A {
        kind  Kind   @default(VISITOR)
        kinds Kind[] @default([OTHER, VISITOR])
        text  String @default("GUEST")
      }
      """)
    check(
      schema.replacing("[OTHER,", with: "[OTHER<|>,"), to: "x",
      """
      enum Kind {
        GUEST // a guest
        x @map("OTHER")
      }
      model A {
        kind  Kind   @default(GUEST)
        kinds Kind[] @default([x, GUEST])
        text  String @default("GUEST")
      }
      """)
    check(
      schema.replacing("kind  Kind", with: "kind  Kin<|>d"), to: "Role",
      """
      enum Role {
        GUEST // a guest
        OTHER

        @@map("Kind")
      }
      model A {
        kind  Role   @default(GUEST)
        kinds Role[] @default([OTHER, GUEST])
        text  String @default("GUEST")
      }
      """)
    check(
      "enum K {\n  A\n}\nmodel M {\n  ki<|>nd K @default(A)\n}", to: "role",
      "enum K {\n  A\n}\nmodel M {\n  role K @default(A) @map(\"kind\")\n}")
  }

  @Test func `parts of paths are renamed in their composite types`() {
    check(
      """
      type Street {
        name<|> String
      }
      type Address {
        name   Int
        street Street
      }
      model A {
        name    String
        address Address
        @@index([address.street.name, address.name, name])
      }
      """, to: "title",
      """
      type Street {
        title String @map("name")
      }
      type Address {
        name   Int
        street Street
      }
      model A {
        name    String
        address Address
        @@index([address.street.title, address.name, name])
      }
      """)
  }

  @Test func `a datasource is renamed in native types`() {
    check(
      "datasource <|>db {\n  provider = \"mysql\"\n}\nmodel A {\n  id Int @id @db.Int @other.Int\n}",
      to: "main",
      "datasource main {\n  provider = \"mysql\"\n}\nmodel A {\n  id Int @id @main.Int @other.Int\n}"
    )
  }

  @Test func `relation names are renamed on both sides and escaped`() {
    check(
      "model A {\n  b B[] @relation(\"<|>X\")\n}\nmodel B {\n  a A? @relation(name: \"X\")\n}",
      to: "a \"b\"",
      "model A {\n  b B[] @relation(\"a \\\"b\\\"\")\n}\nmodel B {\n  a A? @relation(name: \"a \\\"b\\\"\")\n}"
    )
  }

  @Test func `constraint and client names are renamed where they stand`() {
    check(
      "model A {\n  id Int @id(map: \"p<|>k\")\n  @@index([id], map: \"x\")\n}", to: "key",
      "model A {\n  id Int @id(map: \"key\")\n  @@index([id], map: \"x\")\n}")
    check(
      "model A {\n  a Int\n  b Int\n  @@unique([a, b], name: \"a<|>b\", map: \"ab\")\n}",
      to: "both",
      "model A {\n  a Int\n  b Int\n  @@unique([a, b], name: \"both\", map: \"ab\")\n}")
  }

  @Test func `lists over several lines are followed`() {
    check(
      "model A {\n  i<|>d Int @id\n  @@unique([\n    x, // id\n    id,\n  ])\n}", to: "key",
      "model A {\n  key Int @id @map(\"id\")\n  @@unique([\n    x, // id\n    key,\n  ])\n}")
  }

  // MARK: Join tables

  private static let tagged = """
    model Post {
      id   Int   @id
      tags Tag[] // tags
    }
    model Tag {
      id    Int    @id
      posts Post[] @relation(onDelete: Cascade)
    }
    """

  @Test func `a join table keeps its name`() {
    check(
      Self.tagged.replacing("model Tag", with: "model T<|>ag"), to: "Topic",
      """
      model Post {
        id   Int   @id
        tags Topic[] @relation("PostToTag") // tags
      }
      model Topic {
        id    Int    @id
        posts Post[] @relation("PostToTag", onDelete: Cascade)

        @@map("Tag")
      }
      """)
    check(
      Self.tagged.replacing("[] //", with: "[] @relation(\"x\") //")
        .replacing("(onDelete: Cascade)", with: "(\"x\")")
        .replacing("model Tag", with: "model T<|>ag"), to: "Topic",
      """
      model Post {
        id   Int   @id
        tags Topic[] @relation("x") // tags
      }
      model Topic {
        id    Int    @id
        posts Post[] @relation("x")

        @@map("Tag")
      }
      """)
  }

  @Test func `columns of a join table are not swapped unasked`() throws {
    let text = Self.tagged.replacing("model Tag", with: "model T<|>ag")
    let refusal = renamed([text], to: "Label")
    #expect(refusal.count == 1 && refusal[0].contains("Swap the columns `A` and `B`"))
    #expect(
      renamed([text], to: "Label", asks: true)[0].contains("tags Label[] @relation(\"PostToTag\")"))
    let plain = MarkedText(text)
    let edit = try Analysis.of([plain.text]).rename(
      at: plain.cursor ?? -1, inFile: 0, to: "Label", asks: true)
    let asked = edit?.annotations.filter(\.needsConfirmation).map(\.label)
    #expect(asked == ["Swap the columns `A` and `B` of the join table `_PostToTag`"])
  }

  @Test func `all join tables that would be swapped are named`() {
    let schema = """
      model <|>B {
        a A[] @relation("x")
        c A[] @relation("y")
        d C[]
      }
      model A {
        b B[] @relation("x")
        d B[] @relation("y")
      }
      model C {
        b B[]
      }
      """
    #expect(renamed([schema], to: "AB")[0].contains("model AB {"))
    let refusal = renamed(
      [schema.replacing("model <|>B", with: "model B").replacing("model A", with: "model <|>A")],
      to: "Z")
    #expect(refusal[0].contains("the join tables `_x`, `_y`"), "\(refusal)")
  }

  @Test func `columns of a relation of a model with itself follow its fields`() {
    let schema = """
      model A {
        id       Int @id
        friends  A[] @relation("x")
        friendOf A[] @relation("x")
      }
      """
    #expect(
      renamed([schema.replacing("friends ", with: "fr<|>iends ")], to: "buddies")[0]
        .contains("Swap the columns"))
    #expect(
      renamed([schema.replacing("friends ", with: "fr<|>iends ")], to: "peers")[0]
        .contains("  peers  A[] @relation(\"x\")\n"))
    #expect(
      renamed([schema.replacing("model A", with: "model <|>A")], to: "B")[0]
        .contains("friendOf B[] @relation(\"x\")"))
  }

  @Test func `the name of a join table's relation is not changed unasked`() {
    let text = Self.tagged.replacing("[] //", with: "[] @relation(\"<|>x\") //")
      .replacing("(onDelete: Cascade)", with: "(\"x\")")
    #expect(renamed([text], to: "y")[0].contains("Rename the join table `_x` to `_y`"))
    #expect(renamed([text], to: "y", asks: true)[0].contains("posts Post[] @relation(\"y\")"))
  }

  @Test func `a schema of the database is not changed unasked`() {
    let text = """
      datasource db {
        provider = "postgresql"
        schemas  = ["a<|>", "b"]
      }
      model A {
        id Int @id
        @@schema("a")
      }
      """
    #expect(renamed([text], to: "c")[0].contains("Move what is in schema `a` to `c`"))
    #expect(renamed([text], to: "c", asks: true)[0].contains("schemas  = [\"c\", \"b\"]"))
    #expect(renamed([text], to: "c", asks: true)[0].contains("@@schema(\"c\")"))
    #expect(renamed([text], to: "b", asks: true)[0].contains("already"))
  }

  // MARK: The choice

  @Test func `what keeps the database can be left out`() {
    check(
      Self.tagged.replacing("model Tag", with: "model T<|>ag"), to: "Topic",
      Self.tagged.replacing("model Tag", with: "model Topic").replacing("Tag[]", with: "Topic[]"),
      keeps: false)
    check(
      "model A {\n  i<|>d Int @id\n}", to: "b", "model A {\n  b Int @id\n}", keeps: false)
  }

  @Test func `annotations say what is kept`() throws {
    let text = MarkedText(Self.tagged.replacing("model Tag", with: "model T<|>ag"))
    let edit = try Analysis.of([text.text]).rename(
      at: text.cursor ?? -1, inFile: 0, to: "Topic", asks: false)
    #expect(
      edit?.annotations.map(\.label)
        == ["Keep the database name `Tag`", "Keep the join table `_PostToTag`"])
    #expect(edit?.annotations.contains(where: \.needsConfirmation) == false)
  }

  // MARK: Several declarations with one name

  @Test func `of several declarations with one name one is renamed`() {
    let schema = "model A {\n  a A?\n}\nmodel A {\n  id Int\n}\nmodel B {\n  a A\n}"
    check(
      schema.replacing("model A {\n  a", with: "model <|>A {\n  a"), to: "C",
      "model C {\n  a A?\n\n  @@map(\"A\")\n}\nmodel A {\n  id Int\n}\nmodel B {\n  a A\n}")
    check(
      schema.replacing("B {\n  a A", with: "B {\n  a A<|>"), to: "C",
      "model A {\n  a C?\n}\nmodel C {\n  id Int\n\n  @@map(\"A\")\n}\nmodel B {\n  a C\n}")
    check(
      "model A {\n  <|>x Int\n  x String\n  @@index([x])\n}", to: "y",
      "model A {\n  y Int @map(\"x\")\n  x String\n  @@index([x])\n}")
  }

  // MARK: Refusals

  @Test func `bad names are refused`() {
    let schema = "model A {\n  i<|>d Int @id\n}"
    for name in ["", "1 bad name", "2nd", "a b", "a-b", "_a", "a.b", "a\n", "👍", "é\u{301}"] {
      let answer = renamed([schema], to: name)
      #expect(answer.count == 1 && !answer[0].contains("model A"), "\(name): \(answer)")
    }
    for name in ["été", "名前", "a_1", "Int", "class"] {
      #expect(renamed([schema], to: name)[0].contains("  \(name) Int @id @map(\"id\")"))
    }
    for name in ["Int", "String", "class", "PrismaClient", "true"] {
      #expect(!renamed(["model <|>A {\n  id Int @id\n}"], to: name)[0].contains("model"))
    }
    #expect(renamed(["type <|>A {\n  id Int\n}"], to: "class")[0].hasPrefix("type class"))
    #expect(
      !renamed(["model A {\n  b B[] @relation(\"<|>X\")\n}\nmodel B {\n}"], to: "\n")[0].contains(
        "model"))
    #expect(
      !renamed(["model A {\n  @@unique([a, b], name: \"<|>X\")\n}"], to: "ä")[0].contains("model"))
    #expect(
      renamed(
        [
          "datasource db {\n  provider = \"mysql\"\n}\nmodel A {\n  id Int @id\n  x Int @unique(map: \"<|>X\")\n}"
        ], to: String(repeating: "x", count: 65))[0].contains("64"))
  }

  @Test func `taken names are refused`() {
    let cases: [(schema: String, name: String, reason: String)] = [
      ("model <|>A {\n}\nenum B {\n}", "B", "enum `B`"),
      ("model A {\n  <|>a Int\n  b Int\n}", "b", "model `A` has a field `b`"),
      ("type A {\n  <|>a Int\n  b Int\n}", "b", "type `A` has a field `b`"),
      ("enum A {\n  <|>a\n  b\n}", "b", "enum `A` has a value `b`"),
      ("datasource <|>a {\n}\ndatasource b {\n}", "b", "datasource `b`"),
      ("generator <|>a {\n}\ngenerator b {\n}", "b", "generator `b`"),
      (
        "model A {\n  b B[] @relation(\"<|>x\")\n  c B[] @relation(\"y\")\n}\nmodel B {\n}", "y",
        "a relation `y`"
      ),
      (
        "model A {\n  a Int\n  b Int\n  <|>c Int\n  @@unique([a, b], name: \"d\")\n}", "d",
        "calls `a`, `b` of model `A` `d`"
      ),
      (
        "model A {\n  a Int\n  b Int\n  <|>c Int\n  @@unique([a, b])\n}", "a_b",
        "would call `a`, `b` together `a_b`"
      ),
      (
        "model A {\n  <|>a Int\n  b Int\n  c_b Int\n  @@id([a, b])\n}", "c",
        "would call `a`, `b` together `c_b`"
      ),
      (
        "model A {\n  a Int\n  b Int\n  @@unique([a, b], name: \"<|>d\")\n}", "a",
        "has a field `a`"
      ),
      (
        "model A {\n  a Int\n  b Int\n  @@id([a, b], name: \"x\")\n  @@unique([a, b], name: \"<|>d\")\n}",
        "x", "another key called `x`"
      ),
      (
        "model A {\n  x Int @map(\"b\")\n  <|>a Int\n}", "b",
        "field `x` of model `A` has the column `b`"
      ),
      (
        "datasource db {\n  provider = \"postgresql\"\n}\nmodel A {\n  id Int @id(map: \"<|>x\")\n}\n"
          + "model B {\n  id Int @id(map: \"y\")\n}", "y", "called `y`"
      ),
      ("model A {\n  id In<|>t\n}", "b", "built-in"),
    ]
    for (schema, name, reason) in cases {
      let answer = renamed([schema], to: name)
      #expect(answer.count == 1 && answer[0].contains(reason), "\(schema) \(answer)")
      #expect(!answer[0].contains("{"), "\(answer)")
    }
  }

  @Test func `where nothing is named nothing is renamed`() throws {
    #expect(renamed(["model A {\n  id Int @i<|>d\n}"], to: "x") == ["nothing"])
    #expect(renamed(["// A<|>\nmodel A {\n}"], to: "x") == ["nothing"])
    #expect(renamed(["<|>"], to: "x") == ["nothing"])
    check("model A<|> {\n}", to: "A", "model A {\n}")
  }

  @Test func `the target is the name alone`() throws {
    let text = MarkedText("model A {\n  b B @relation(\"a\\\"<|>\")\n}\nmodel B {\n}")
    let target = try Analysis.of([text.text]).renameTarget(at: text.cursor ?? -1, inFile: 0)
    #expect(target?.name == "a\"")
    #expect(target?.place.range == TextRange(27, 30))
    #expect(throws: RenameRefusal.self) {
      try Analysis.of(["model A {\n  id Int\n}"]).renameTarget(at: 16, inFile: 0)
    }
  }
}

extension SchemaEdit {
  /// The edit as it is when the user lets nothing be kept.
  var withoutKeeping: SchemaEdit {
    var rest = SchemaEdit()
    for file in changedFiles {
      for replacement in sorted(file) {
        let label = replacement.annotation.map { annotations[$0].label } ?? ""
        if label.hasPrefix("Keep ") { continue }
        rest.replace(
          FileRange(file: file, range: replacement.edit.range),
          with: String(decoding: replacement.edit.replacement, as: UTF8.self))
      }
    }
    return rest
  }
}
