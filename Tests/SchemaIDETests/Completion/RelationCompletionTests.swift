import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// Whole relations, and their names.
struct RelationCompletionTests {
  private static let postgresql = "datasource db {\n  provider = \"postgresql\"\n}\n\n"

  /// Completion in `Post`, where there is a `User`.
  private func inPost(_ line: String, user: String = "") -> CompletionHarness {
    CompletionHarness(
      Self.postgresql
        + "model User {\n  id Int @id\(user)\n}\n\nmodel Post {\n  id Int @id\n  \(line)\n}\n")
  }

  private static let whole = "User @relation(fields: [authorId], references: [id])"

  // MARK: Types

  @Test(arguments: ["author <|>", "author U<|>", "author us<|>", "author User<|>"])
  func `a type comes with its whole relation`(_ line: String) throws {
    let harness = inPost(line)
    let item = try #require(harness.item(Self.whole))
    #expect(item.filterText == "User")
    let text = harness.accepting(item)
    #expect(text.contains("  author \(Self.whole)\n  authorId Int\n}"))
    #expect(text.contains("  id Int @id\n  posts Post[]\n}"))
    #expect(harness.harmful { $0 == item }.isEmpty)
    #expect(harness.labels.count { $0 == Self.whole } == 1)
  }

  @Test func `a row that refers to its own kind can be the first`() {
    #expect(
      inPost("parent P<|>").accepting(
        "Post? @relation(\"PostParent\", fields: [parentId], references: [id])")?
        .contains("  children Post[] @relation(\"PostParent\")\n") == true)
    let labels = inPost("authorId <|>").labels + inPost("author U<|> @map(\"x\")").labels
    #expect(!labels.contains { $0.contains("@relation") })
  }

  @Test func `of many models those have relations that go with what is typed`() {
    let models = (0..<80).map { "model M\($0) {\n  id Int @id\n}\n" }.joined()
    func relations(_ line: String) -> [String] {
      CompletionHarness(models + "model Z {\n  id Int @id\n  \(line)\n}\n").items
        .filter { $0.label.contains("@relation") }.compactMap(\.filterText)
    }
    #expect(relations("other <|>") == [])
    #expect(relations("m7 <|>") == ["M7"])
    #expect(relations("z m7<|>") == ["M7"] + (70..<74).map { "M\($0)" })
    #expect(relations("z M<|>").count == 5)
  }

  // MARK: Lists

  @Test func `a list gets the key on the other side`() {
    let harness = inPost("users User[] <|>")
    #expect(
      harness.accepting("@relation(fields: [postId], references: [id])")?
        .contains(
          "  post Post? @relation(fields: [postId], references: [id])\n  postId Int?\n}") == true)
    #expect(harness.harmful().isEmpty)
    let tree = inPost("children Post[] @<|>")
    #expect(
      tree.accepting("@relation(\"PostChildren\")")?.hasSuffix(
        """
          children Post[] @relation("PostChildren")
          parent Post? @relation("PostChildren", fields: [parentId], references: [id])
          parentId Int?
        }

        """) == true)
    #expect(tree.harmful().isEmpty)
  }

  @Test func `a list whose other side is there gets at most its name`() {
    let key = "\n  postId Int?\n  post Post? @relation(NAMEfields: [postId], references: [id])"
    let plain = inPost("users User[] <|>", user: key.replacing("NAME", with: ""))
    #expect(!plain.items.contains { $0.filterText == "@relation" })
    let named = inPost("users User[] <|>", user: key.replacing("NAME", with: "\"Team\", "))
    #expect(named.labels.first == "@relation(\"Team\")")
    #expect(named.harmful().isEmpty)
  }

  @Test func `a new line answers the list of another model`() {
    let harness = inPost("<|>", user: "\n  written Post[]")
    #expect(
      harness.accepting("user")?.contains(
        "  user User? @relation(fields: [userId], references: [id])\n  userId Int?\n}") == true)
    #expect(harness.harmful { $0.label == "user" }.isEmpty)
    #expect(inPost("<|>\n  user User", user: "\n  written Post[]").item("user") == nil)
  }

  // MARK: Names

  @Test(arguments: ["\"PostAuthor\"", "name"])
  func `a new name is given to both sides`(_ label: String) {
    let line = "authorId Int\n  author User @relation(fields: [authorId], references: [id], <|>)"
    let harness = inPost(line, user: "\n  posts Post[]")
    let text = harness.accepting(label)
    #expect(text?.contains("  posts Post[] @relation(\"PostAuthor\")\n") == true)
    #expect(text?.contains("\"PostAuthor\")\n}") == true)
    #expect(harness.labels.first == "onDelete")
    #expect(harness.harmful().isEmpty)
  }

  @Test func `a new name that would part the sides comes last`() {
    let own = "authorId Int\n  author User @relation(fields: [authorId], references: [id], <|>)"
    let harness = CompletionHarness(
      "model Post {\n  id Int @id\n  \(own)\n}\n",
      others: ["model User {\n  id Int @id\n  posts Post[]\n}\n"])
    let name = harness.item("\"PostAuthor\"")
    #expect(name?.rank == .last && name?.needsMore == true)
    #expect(harness.item("name")?.rank == .last)
    // Which of two fields the list belongs to can't be told.
    let two = inPost(own + "\n  editor User", user: "\n  posts Post[]")
    #expect(two.item("\"PostAuthor\"")?.additionalEdits == [])
  }
}
