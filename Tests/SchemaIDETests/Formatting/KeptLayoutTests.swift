import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

/// What code actions write, laid out.
struct KeptLayoutTests {
  /// The file after the action of this title at `<|>`.
  private func text(after title: String, in marked: String) throws -> String? {
    let text = MarkedText(marked)
    let cursor = try #require(text.cursor)
    let analysis = Analysis.of([text.text])
    let action = analysis.codeActions(in: TextRange(cursor, cursor), inFile: 0)
      .first { $0.title == title }
    let edit = analysis.keepingLayout(try #require(action).edit())
    return analysis.texts(after: edit).first
  }

  @Test func `a file that is not in its layout is not laid out`() throws {
    let before = """
      datasource db { // keep me
        provider = "postgresql"
        url = env("X")

      <|>model  A {
        id Int @id
        longer String
      }

      """
    #expect(
      try text(after: "Add the missing `}`", in: before)
        == before.replacing("<|>", with: "").replacing("\"X\")\n", with: "\"X\")\n}\n"))
  }

  @Test(arguments: ["  ", "\t", "    "])
  func `what is added is aligned with the rest`(indent: String) throws {
    let after = """
      model User {
        id        Int      @id @map("key")
        createdAt DateTime @default(now())
        updatedAt DateTime @default(now()) @updatedAt
      }

      enum Role {
        USER
      }

      """
    let before = "mod<|>el User {\n  id Int @id @map(\"key\")\n}\n\nenum Role {\n  USER\n}\n"
    #expect(
      try text(
        after: "Add `createdAt` and `updatedAt`", in: before.replacing("  ", with: indent))
        == after.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("  ") ? indent + $0.dropFirst(2) : String($0) }
        .joined(separator: "\n"))
  }

  @Test func `line ends and the order of attributes stay`() throws {
    #expect(
      try text(
        after: "Add `createdAt` and `updatedAt`",
        in: "mod<|>el User {\r\n  id Int @map(\"key\") @id\r\n}\r\n")
        == "model User {\r\n  id        Int      @map(\"key\") @id\r\n"
        + "  createdAt DateTime @default(now())\r\n"
        + "  updatedAt DateTime @default(now()) @updatedAt\r\n}\r\n")
  }

  @Test func `a file that is laid out otherwise is left so`() throws {
    #expect(
      try text(
        after: "Add `createdAt` and `updatedAt`",
        in: "mod<|>el User {\n  id Int @id\n}\nenum Role { // x\n   USER\n}\n")
        == "model User {\n  id Int @id\n  createdAt DateTime @default(now())\n"
        + "  updatedAt DateTime @default(now()) @updatedAt\n}\nenum Role { // x\n   USER\n}\n")
  }
}
