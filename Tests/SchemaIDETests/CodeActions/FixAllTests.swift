import Diagnostics
import SchemaParser
import Testing

@testable import SchemaIDE

struct FixAllTests {
  private func fixed(_ texts: [String], only: [String] = ["source.fixAll"]) -> [String]? {
    let analysis = Analysis.of(texts)
    let actions = analysis.codeActions(in: TextRange(0, 0), inFile: 0, only: only)
    return actions.first.map { analysis.texts(after: $0.edit()) }
  }

  /// A key that can't be read, or is gone, is not replaced by what its name is like.
  @Test(arguments: ["  aId", "  aI Int?", "  // aId Int?", "  aId Int? @", "  x"])
  func `a foreign key does not become the key`(line: String) {
    let schema = """
      model A {
        id Int @id
        bs B[]
      }

      model B {
        id  Int @id
      \(line)
        a   A?  @relation(fields: [aId], references: [id])

        @@index([aId])
      }

      """
    let after = fixed([schema])?.first ?? schema
    #expect(!after.contains("fields: [id]") && !after.contains("@@index([id])"))
  }

  @Test func `a model without its id is not referred to by another field`() {
    let schema = """
      model User {
        email String @unique
        posts Post[]
      }

      model Post {
        id     Int    @id
        key    String
        author User   @relation(fields: [key], references: [id])
      }

      """
    let after = fixed([schema])?.first ?? schema
    #expect(after.contains("references: [id]"))
  }

  @Test(arguments: ["{ // c", "{ /// c", "{"])
  func `a swallowed header may have a comment`(header: String) {
    let schema =
      "model A {\n  id Int @id\n  bs B[]\n\nmodel B \(header)\n  id Int @id\n  aId Int\n"
      + "  a A @relation(fields: [aId], references: [id])\n}\n"
    #expect(fixed([schema]) == [schema.replacing("[]\n\n", with: "[]\n}\n\n")])
  }

  @Test func `a fix that changes nothing is none`() {
    #expect(
      fixed(["model A {\n  id Int @id\n  n  Int @default(5, m, ap: \"x\")\n}\n"])
        != ["model A {\n  id Int @id\n  n  Int @default(5, m, ap: \"x\")\n}\n"])
  }

  @Test func `a stray word does not become the name of a relation`() {
    let schema =
      "model A {\n  id Int @id\n  bs B[]\n}\n\nmodel B {\n  id  Int @id\n  aId Int\n"
      + "  a   A   @relation(fields: [aId], refscade)\n}\n"
    #expect(fixed([schema])?.first?.contains("\"refscade\"") != true)
  }

  @Test func `a path is no name of a field`() {
    let schema =
      "model A {\n  id Int @id\n  bs B[]\n}\n\nmodel B {\n  id  Int @id\n"
      + "  a   A   @relation(fields: [x.id], references: [id])\n}\n"
    #expect(fixed([schema])?.first?.contains("x.id Int") != true)
  }

  @Test func `edits of one fix don't overlap`() throws {
    let text =
      "datasource db {\n  provider = \"postgresql\"\n}\n\ngenerator c {\n  provider = \"prisma-client\"\n"
      + "  previewFeatures = [\"views\"]\n}\n\nview V {\n  region String\n  @@unique([region(length: 10)])\n}\n"
    let analysis = Analysis.of([text])
    let actions = analysis.codeActions(in: TextRange(0, text.utf8.count), inFile: 0)
    let removal = try #require(actions.first { $0.title == "Remove `length`" })
    #expect(
      analysis.texts(after: removal.edit()) == [
        text.replacing("region(length: 10)", with: "region")
      ])
  }

  @Test func `only the word that is wrong is renamed`() {
    #expect(fixed(["model A {\n  id Int @id\n  t  Int @5\n}\n"]) == nil)
    #expect(fixed(["model A {\n  id Int @id\n  t  Int @id-x\n}\n"]) == nil)
  }

  @Test func `a header that is there twice goes once`() {
    #expect(
      fixed(["enum Tier {\nenum  Tier {\n  X\n}\n"]) == ["enum Tier {\n  X\n}\n"])
  }

  @Test(arguments: [
    "  name String\n  /// Never shown: used by billing.\n  name String\n",
    "  name String\n  name String // used by billing\n",
  ])
  func `a repetition with a comment stays`(fields: String) {
    #expect(fixed(["model A {\n  id Int @id\n\(fields)  age Int\n}\n"]) == nil)
  }

  @Test func `all obvious fixes are made, also those that others bring to light`() {
    let schema = """
      model User {
        id    Int     @id
        name: strin
        posts [Post]
      }

      model Post {
        id     Int  @id
        author User @relation(fields: [authorId])
        authorId Int
      }

      """
    let texts = fixed([schema]) ?? []
    #expect(
      texts == [
        """
        model User {
          id    Int     @id
          name String
          posts Post[]
        }

        model Post {
          id     Int  @id
          author User @relation(fields: [authorId], references: [id])
          authorId Int
        }

        """
      ])
    #expect(Analysis.of(texts).diagnostics().flatMap(\.diagnostics).isEmpty)
  }

  /// A missing brace makes the fields of the next block doubled, its id the second one, and so on.
  @Test func `what comes from an unreadable line is not mended`() {
    #expect(
      fixed(["model A {\n  id Int @id\n\nmodel B {\n  id   Int @id\n  name Strin\n}\n"])
        == ["model A {\n  id Int @id\n}\n\nmodel B {\n  id   Int @id\n  name String\n}\n"])
  }

  @Test func `lists over lines and blocks on one line are mended together`() {
    #expect(
      fixed([
        "enum A { X, Y }\nmodel B {\n  id Int @id\n  a  A\n\n  @@index([\n    a,\n    id\n  ])\n}\n"
      ])
        == ["enum A {\n  X\n  Y\n}\nmodel B {\n  id Int @id\n  a  A\n\n  @@index([a, id])\n}\n"])
  }

  @Test func `other files are changed only where a fix of the file reaches them`() {
    let texts = fixed([
      "model Post {\n  id       Int  @id\n  author   User @relation(fields: [authorId], "
        + "references: [id])\n  authorId Int\n}\n",
      "model User {\n  id Int @id\n  @@index([])\n}\n",
    ])
    #expect(texts?.last == "model User {\n  id Int @id\n  @@index([])\n  posts Post[]\n}\n")
  }

  @Test func `without an obvious fix there is no action`() {
    #expect(fixed(["model User {\n  id Int @id\n}\n"]) == nil)
  }

  @Test func `it is given only when it is asked for`() {
    let schema = "model User {\n  id: Int @id\n}\n"
    for (only, isGiven) in [
      (["source"], true), (["source.fixAll.prisma-lsp"], true), (["source.organizeImports"], false),
      (["quickfix"], false), ([""], false),
    ] {
      let actions = Analysis.of([schema]).codeActions(in: TextRange(0, 0), inFile: 0, only: only)
      #expect(actions.contains { $0.kind == .fixAll } == isGiven, "\(only)")
    }
    let unasked = Analysis.of([schema]).codeActions(in: TextRange(0, 60), inFile: 0)
    #expect(!unasked.contains { $0.kind == .fixAll })
  }
}
