import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct CompletionTests {
  private static let postgresql = "datasource db {\n  provider = \"postgresql\"\n}\n\n"
  private static let user = "model User {\n  id Int @id\n  email String\n  <LINE>\n}\n"

  private func inModel(_ line: String, after rest: String = "") -> CompletionHarness {
    CompletionHarness(
      Self.postgresql + Self.user.replacing("<LINE>", with: line) + rest)
  }

  @Test func `nothing that is typed is doubled or left over`() {
    func accepting(_ label: String, _ line: String) -> String? {
      let text = inModel(line).accepting(label)
      return text?.split(separator: "\n").dropFirst(6).first.map { $0.drop { $0 == " " } }.map(
        String.init)
    }
    #expect(accepting("@unique", "a Int @<|>") == "a Int @unique")
    #expect(accepting("@unique", "a Int @un<|>") == "a Int @unique")
    #expect(accepting("String", "a @<|>") == "a String")
    #expect(accepting("String", "a @Str<|>") == "a String")
    #expect(inModel("a @<|>").item("String")?.filterText == "@String")
    #expect(inModel("a@<|>").items.isEmpty)
    #expect(accepting("@unique", "a Int <|>") == "a Int @unique")
    #expect(accepting("@unique", "a Int @i<|>gnore") == "a Int @unique")
    #expect(accepting("@unique", "a Int @uni<|>que(sort: Desc)") == "a Int @unique(sort: Desc)")
    #expect(accepting("@@ignore", "@<|>") == "@@ignore")
    #expect(accepting("@@ignore", "@@ig<|>") == "@@ignore")
    #expect(accepting("@@ignore", "<|>") == "@@ignore")
    #expect(accepting("String", "a Str<|>") == "a String")
    #expect(accepting("String", "a St<|>ring?") == "a String?")
    #expect(accepting("String", "a <|>Int") == "a StringInt")
    #expect(accepting("String[]", "a String[<|>") == "a String[]")
    #expect(accepting("Text", "a String @db.T<|>") == "a String @db.Text")
    #expect(accepting("Text", "a String? @db.<|> @map(\"x\")") == "a String? @db.Text @map(\"x\")")
    #expect(accepting("VarChar", "a String @db.Ch<|>(20)") == "a String @db.VarChar(20)")
  }

  @Test func `values are put into the quotes that are there`() {
    func accepting(_ label: String, _ line: String) -> String? {
      CompletionHarness("datasource db {\n  \(line)\n}\n").accepting(label)
        .map { String($0.split(separator: "\n")[1].drop { $0 == " " }) }
    }
    #expect(accepting("mysql", "provider = <|>") == "provider = \"mysql\"")
    #expect(accepting("mysql", "provider = my<|>") == "provider = \"mysql\"")
    #expect(accepting("mysql", "provider = \"<|>\"") == "provider = \"mysql\"")
    #expect(accepting("mysql", "provider = \"post<|>gresql\"") == "provider = \"mysql\"")
    #expect(accepting("mysql", "provider = \"my<|>") == "provider = \"mysql\"")
    #expect(accepting("provider", "pro<|>vide") == "provider = \"postgresql\"")
    #expect(accepting("provider", "pro<|> = \"mysql\"") == "provider = \"mysql\"")
  }

  @Test func `types that go with the name come first`() {
    let rest = "enum Role {\n  A\n}\nmodel Post {\n  id Int @id\n}\n"
    #expect(inModel("createdAt <|>").labels.first == "DateTime")
    #expect(inModel("isAdmin <|>").labels.first == "Boolean")
    #expect(inModel("role <|>", after: rest).labels.first == "Role")
    #expect(inModel("posts <|>", after: rest).labels.first == "Post[]")
    #expect(inModel("anything <|>", after: rest).labels.first == "String")
    #expect(inModel("anything <|>", after: rest).labels.contains("Role?"))
    let labels = inModel("anything <|>").labels
    #expect(labels.contains("Unsupported") && labels.last == "Unsupported")
    #expect(Set(labels).count == labels.count)
  }

  @Test func `only what the database has is offered`() {
    let sqlite = CompletionHarness(
      "datasource db {\n  provider = \"sqlite\"\n}\n\nmodel A {\n  id Int @id\n  a <|>\n}\n")
    #expect(sqlite.labels.contains("Json") && !sqlite.labels.contains("String[]"))
    let top = CompletionHarness("datasource db {\n  provider = \"sqlite\"\n}\n<|>\n")
    #expect(top.labels.contains("enum") && !top.labels.contains("type"))
    let native = CompletionHarness(
      "datasource db {\n  provider = \"sqlite\"\n}\n\nmodel A {\n  id Int @id\n  a String @db.<|>\n}\n"
    )
    #expect(native.labels == [])
  }

  @Test func `attributes that are there are not offered again`() {
    let labels = inModel("a String @unique @map(\"b\") @db.Text @<|>").labels
    #expect(!labels.contains { ["@unique", "@map", "@db", "@id"].contains($0) })
    #expect(labels.contains("@default"))
    #expect(!inModel("a String @<|>").labels.contains("@relation"))
    let composite = CompletionHarness(
      "datasource db {\n  provider = \"mongodb\"\n}\n\ntype A {\n  a String @<|>\n}\n")
    #expect(Set(composite.labels).isSuperset(of: ["@map", "@default", "@db"]))
    #expect(!composite.labels.contains("@ignore"))
  }

  @Test func `unique is offered where the database can compare`() {
    func offers(_ provider: String, _ field: String, _ before: String = "") -> Bool {
      CompletionHarness(
        "datasource db {\n  provider = \"\(provider)\"\n}\n\(before)model A {\n  \(field) @<|>\n}\n"
      ).item("@unique") != nil
    }
    #expect(offers("postgresql", "a Json") && offers("postgresql", "a Json @db.JsonB"))
    #expect(!offers("postgresql", "a Json @db.Json"))
    #expect(!offers("mysql", "a Json") && !offers("mysql", "a Bytes"))
    #expect(offers("cockroachdb", "a Json") && offers("sqlite", "a Json"))
    let type = "type T {\n  a Int\n}\n"
    #expect(offers("mongodb", "a T", type) && !offers("postgresql", "a T", type))
  }

  @Test func `a full-text index takes long texts`() {
    func types(_ index: String) -> [String] {
      CompletionHarness(
        "datasource db {\n  provider = \"mysql\"\n}\nmodel A {\n  a String @db.<|>\n  \(index)([a])\n}\n"
      ).labels
    }
    #expect(types("@@fulltext").contains("TinyText"))
    #expect(!types("@@index").contains("TinyText"))
  }

  @Test func `database names are proposed in the usual style`() {
    #expect(
      inModel("firstName String @<|>").accepting("@map")?
        .contains("firstName String @map(\"first_name\")") == true)
    #expect(inModel("@@<|>").accepting("@@map")?.contains("@@map(\"user\")") == true)
  }

  @Test func `new columns are called as the others are`() {
    let text = """
      model User {
        uuid      String   @id @default(uuid())
        firstName String   @map("first_name")
        createdAt DateTime @default(now()) @map("created_at") @db.Timestamptz(6)
      }

      model Post {
        <|>
      }

      """
    func accepting(_ label: String, _ line: String = "<|>") -> String? {
      CompletionHarness(Self.postgresql + text.replacing("<|>", with: line)).accepting(label)
    }
    #expect(
      accepting("createdAt")?.contains(
        "  createdAt DateTime @default(now()) @map(\"created_at\") @db.Timestamptz(6)\n}") == true)
    #expect(accepting("uuid")?.contains("  uuid String @id @default(uuid())\n}") == true)
    #expect(
      accepting("@relation(fields: [authorUuid], references: [uuid])", "author User <|>")?
        .contains("  authorUuid String @map(\"author_uuid\")\n") == true)
    #expect(
      accepting(
        "authorUuid",
        "author User @relation(fields: [authorUuid], references: [uuid])\n  <|>")?
        .contains("  authorUuid String @map(\"author_uuid\")\n") == true)
  }

  @Test func `the column of a time follows its own model, not the one it is copied from`() {
    func accepting(_ label: String, besides fields: String, _ other: String) -> String? {
      CompletionHarness(
        Self.postgresql + "model A {\n  id Int @id\n\(other)}\n\n"
          + "model B {\n  id Int @id\n\(fields)  <|>\n}\n"
      ).accepting(label)
    }
    let mapped = "  createdAt DateTime @default(now()) @map(\"created_at\") @db.Timestamptz(6)\n"
    #expect(
      accepting("created_at", besides: "  first_name String\n", mapped)?
        .contains("  created_at DateTime @default(now()) @db.Timestamptz(6)\n}") == true)
    // The name of a constraint is that of the other model's.
    let named = "  createdAt DateTime @default(now(), map: \"a_default\")\n"
    #expect(
      accepting("created_at", besides: "  first_name String\n", named)?
        .contains("  created_at DateTime @default(now())\n}") == true)
    #expect(
      accepting("createdAt", besides: "  firstName String @map(\"first_name\")\n", "")?
        .contains("  createdAt DateTime @default(now()) @map(\"created_at\")\n}") == true)
    #expect(
      accepting("createdAt", besides: "  firstName String\n", mapped)?
        .contains("  createdAt DateTime @default(now()) @db.Timestamptz(6)\n}") == true)
  }

  @Test func `new fields are those that the model lacks`() {
    let text = """
      model User {
        id Int @id
        <|>
      }

      model Post {
        id       Int  @id
        author   User @relation(fields: [authorId], references: [id])
        authorId Int
      }
      """
    #expect(CompletionHarness(text).accepting("posts")?.contains("  posts Post[]\n}") == true)
    let other = """
      model User {
        id    BigInt @id
        posts Post[]
      }

      model Post {
        id       Int   @id
        author   User? @relation(fields: [authorId], references: [id])
        <|>
      }
      """
    #expect(CompletionHarness(other).labels.first == "authorId")
    #expect(
      CompletionHarness(other).accepting("authorId")?.contains("  authorId BigInt?\n}") == true)
    let labels = CompletionHarness("model A {\n  createdAt DateTime\n  <|>\n}\n").labels
    #expect(labels.contains("id") && labels.contains("updatedAt") && !labels.contains("createdAt"))
  }

  @Test func `names of new declarations are those that are used`() {
    let text = "model A {\n  id Int @id\n  role Role\n  b B?\n}\n\n"
    #expect(CompletionHarness(text + "enum <|>").labels == ["Role", "B"])
    #expect(
      CompletionHarness(text + "enum Ro<|>").accepting("Role")
        == text.replacing("<|>", with: "") + "enum Role {\n  VALUE\n}")
    #expect(
      CompletionHarness(text + "enum <|> {\n  A\n}\n").accepting("Role")?
        .contains("enum Role {\n  A") == true)
    #expect(CompletionHarness(text + "datasource <|>").labels == [])
  }

  @Test func `enum values that defaults name are offered`() {
    let text =
      "enum Role {\n  USER\n  <|>\n}\n\nmodel A {\n  id Int @id\n  role Role @default(ADMIN)\n}\n"
    #expect(CompletionHarness(text).labels.first == "ADMIN")
    #expect(CompletionHarness(text).labels.contains("@@map"))
  }

  @Test func `generators have their own properties`() {
    let python = CompletionHarness(
      "generator db {\n  provider = \"prisma-client-py\"\n  <|>\n}\n", version: .five)
    #expect(
      Set(python.labels).isSuperset(
        of: [
          "interface", "recursive_type_depth", "partial_type_generator",
          "enable_experimental_types",
        ]))
    let values = CompletionHarness(
      "generator db {\n  provider = \"prisma-client-py\"\n  interface = \"<|>\"\n}\n",
      version: .five)
    #expect(values.labels == ["asyncio", "sync"])
    let client = CompletionHarness(
      "generator db {\n  provider = \"prisma-client\"\n  output = \"x\"\n  <|>\n}\n")
    #expect(client.labels.contains("runtime") && !client.labels.contains("output"))
  }

  @Test func `preview features are those of the version, and none twice`() {
    let text = "generator db {\n  provider = \"x\"\n  previewFeatures = [\"views\", \"<|>\"]\n}\n"
    #expect(CompletionHarness(text).labels.contains("partialIndexes"))
    #expect(!CompletionHarness(text).labels.contains("views"))
    #expect(!CompletionHarness(text, version: .six).labels.contains("partialIndexes"))
  }

  @Test func `variables are those that are known`() {
    let text = "datasource db {\n  provider = \"postgresql\"\n  url = env(\"<|>\")\n}\n"
    let harness = CompletionHarness(text, version: .six, variables: ["MY_URL", "OTHER"])
    #expect(Set(harness.labels).isSuperset(of: ["MY_URL", "OTHER", "DATABASE_URL"]))
    #expect(harness.accepting("MY_URL")?.contains("env(\"MY_URL\")") == true)
  }

  @Test func `schemas are those that are used`() {
    let text = """
      datasource db {
        provider = "postgresql"
        schemas = ["a", <|>]
      }

      model A {
        id Int @id

        @@schema("auth")
      }
      """
    #expect(CompletionHarness(text).accepting("auth")?.contains("[\"a\", \"auth\"]") == true)
  }

  @Test func `a model begins as the others do`() {
    let text = "model A {\n  key String @id @default(cuid())\n}\n<|>\n"
    #expect(
      CompletionHarness(text).accepting("model")?
        .hasSuffix("model Model {\n  key String @id @default(cuid())\n}\n") == true)
    let mongodb = CompletionHarness("datasource db {\n  provider = \"mongodb\"\n}\n<|>")
    #expect(mongodb.accepting("model")?.contains("@map(\"_id\") @db.ObjectId") == true)
  }

  @Test func `nothing is offered in comments`() {
    #expect(inModel("a Int // @<|>").list == nil)
    #expect(inModel("/// @<|>").list == nil)
    #expect(CompletionHarness("// mo<|>").list == nil)
  }

  @Test func `offsets are those of the text without the missing braces`() {
    let text = "model A {\n  id Int @id\n\nmodel B {\n  id Int @id\n  @@i<|>\n\nenum C {\n  D\n}\n"
    let harness = CompletionHarness(text)
    #expect(harness.accepting("@@ignore")?.contains("\n  @@ignore\n\nenum C") == true)
    let last = CompletionHarness("model A {\n  id Int @id\n  @@i<|>")
    #expect(last.accepting("@@ignore") == "model A {\n  id Int @id\n  @@ignore")
  }

  @Test func `a long list is cut, and asked for again`() {
    let models = (0..<1500).map { "model M\($0) {\n  id Int @id\n}\n" }.joined()
    let harness = CompletionHarness(models + "model Z {\n  id Int @id\n  z <|>\n}\n")
    #expect(harness.items.count == 1000)
    #expect(harness.list?.isIncomplete == true)
    let typed = CompletionHarness(models + "model Z {\n  id Int @id\n  z m149<|>\n}\n")
    #expect(typed.labels.contains("M1499") && typed.labels.contains("M149[]"))
  }

  @Test func `what needs changes elsewhere comes last`() {
    let rest =
      "model Post {\n  id Int @id\n  user User @relation(fields: [id], references: [id])\n}\n"
    #expect(inModel("a <|> @unique", after: rest).item("Post")?.rank == .last)
    #expect(inModel("a <|>", after: rest).item("Post")?.rank == .usual)
    #expect(inModel("posts Post[]\n  @@<|>", after: rest).item("@@ignore")?.rank == .last)
    #expect(inModel("@@<|>").item("@@schema")?.rank == .last)
    let server = CompletionHarness(
      "datasource db {\n  provider = \"sqlserver\"\n}\nmodel A {\n  id Int @id\n  a Int @default(<|>)\n}\n"
    )
    #expect(server.labels.last == "map")
    let second = CompletionHarness(
      "datasource db {\n  provider = \"sqlserver\"\n}\nmodel A {\n  id Int @id @default(0, au<|>)\n}\n"
    )
    #expect(
      second.accepting("autoincrement()")?.contains("id Int @id @default(autoincrement())\n")
        == true)
  }

  @Test func `a snippet is written in its syntax`() {
    let text: CompletionText = "a \(stop: "x}y$") \(choice: ["p,q", "r|s"]) \(stop: "")\(end: ())"
    #expect(text.snippet == "a ${1:x\\}y\\$} ${2|p\\,q,r\\|s|} $3$0")
    #expect(text.plain == "a x}y$ p,q ")
    #expect(CompletionText("plain $1").snippet == "plain \\$1")
  }

  @Test func `items have documentation`() throws {
    let harness = CompletionHarness(
      Self.postgresql + "/// A person.\nmodel User {\n  id Int @id\n  a <|>\n}\n")
    let item = try #require(harness.item("User"))
    let text = try #require(item.subject.flatMap(harness.analysis.documentation))
    #expect(text.hasPrefix("A person.") && text.contains("```prisma\nmodel User {"))
    for item in harness.items {
      #expect(item.subject.flatMap(harness.analysis.documentation) != nil, "\(item.label)")
    }
  }

  // MARK: Comments

  @Test func `a comment begins with documentation, or with what silences a finding`() {
    let schema = { (line: String) in
      """
      model A {
        id Int @id
        \(line)
        name String
      }

      """
    }
    #expect(CompletionHarness(schema("//<|>")).labels == ["///"])
    #expect(CompletionHarness(schema("///<|>")).accepting("///")?.contains("  /// \n") == true)
    #expect(CompletionHarness(schema("// a<|>")).labels == [])
    #expect(CompletionHarness(schema("/// a<|>")).labels == [])
    #expect(CompletionHarness(schema("// a<|> b")).labels == [])
    #expect(CompletionHarness(schema("a Int ///<|>")).labels == [])
    #expect(CompletionHarness(schema("/* a<|>")).labels == [])
    let unused = CompletionHarness("model A {\n  id Int @id\n}\n// pri<|>\nenum Unused {\n  X\n}\n")
    #expect(unused.labels == ["prisma-lsp-ignore lint-unused-enum"])
    #expect(
      unused.accepting("prisma-lsp-ignore lint-unused-enum")?
        .contains("\n// prisma-lsp-ignore lint-unused-enum: \nenum") == true)
    let bare = CompletionHarness("model A {\n  id Int @id\n}\n//<|>\nenum Unused {\n  X\n}\n")
    #expect(
      bare.accepting("prisma-lsp-ignore lint-unused-enum")?
        .contains("\n// prisma-lsp-ignore lint-unused-enum: \nenum") == true)
  }

  @Test(arguments: [
    "title String", "firstName String", "first_name String?", "authorId Int", "userID Int",
    "role Int @unique", "code Int @id", "listed Int", "author User", "tags String[]",
  ])
  func `a lone sign is as good as the first letter`(_ line: String) {
    func labels(_ typed: String) -> [String] {
      CompletionHarness(
        Self.postgresql + """
          model Post {
            \(line) \(typed)<|>
            other Int
            @@index([listed])
          }

          model User {
            id Int @id
          }

          """
      ).labels
    }
    #expect(labels("@") == labels("@u"))
    #expect(!labels("@").isEmpty)
  }
}
