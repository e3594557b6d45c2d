import SchemaParser
import Testing

struct DocumentationCommentTests {
  private func block(_ text: String) throws -> SyntaxBlock {
    let blocks = SyntaxTree.parsed(Array(text.utf8), dialect: .prisma7).blocks
    return try #require(blocks.first { $0.declaration != nil })
  }

  @Test func `comments right above a declaration document it`() throws {
    #expect(
      try block("/// one\n// not this\n///two\n/* three */\nmodel A {\n}\n")
        .declarationDocumentation
        == "one\ntwo\nthree")
    #expect(try block("/// one\n\nmodel A {\n}\n").declarationDocumentation == nil)
    #expect(try block("/// far\n\n/// near\r\nmodel A {\n}\n").declarationDocumentation == "near")
    #expect(try block("// plain\nmodel A {\n}\n").declarationDocumentation == nil)
    #expect(try block("model A {\n}\n").declarationDocumentation == nil)
    #expect(try block("///\nmodel A {\n}\n").declarationDocumentation == nil)
  }

  @Test func `comments above a field and behind it document it`() throws {
    let block = try block(
      """
      model A {
        /// gone

        /// above
        @@map("a")

        id Int @id /// behind
        b  Int
        /// third
        // silent
        c  Int // plain
      }
      """)
    let declaration = try #require(block.declaration)
    let fields = Syntax(block: block, index: declaration).children.filter { $0.kind == .field }
    #expect(
      fields.map { block.memberDocumentation($0) } == ["above\nbehind", nil, "third"])
  }
}
