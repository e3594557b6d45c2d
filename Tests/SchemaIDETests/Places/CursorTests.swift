import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct CursorTests {
  /// The kinds of the nodes at the cursor, the outermost first.
  private func kinds(_ marked: String) -> [SyntaxKind] {
    let text = MarkedText(marked)
    let analysis = Analysis.of([text.text])
    return analysis.cursor(at: text.cursor ?? -1, inFile: 0)?.nodes.map(\.kind) ?? []
  }

  @Test func `a node holds its first byte and the place behind its last`() {
    #expect(kinds("model <|>User {\n  id Int @id\n}") == [.model, .name])
    #expect(kinds("model User<|> {\n  id Int @id\n}") == [.model, .name])
    #expect(kinds("model User <|>{\n  id Int @id\n}") == [.model])
    #expect(kinds("model User {\n  id Int<|>[] @id\n}") == [.model, .field, .type, .name])
    #expect(kinds("model User {\n  id Int @i<|>d\n}") == [.model, .field, .attribute, .path])
  }

  @Test func `of two nodes that meet the later one is taken`() {
    #expect(kinds("model A {\n  x String @default(\"a\"<|>)\n}").last == .string)
    #expect(kinds("model A {\n  x Int[<|>]\n}").last == .type)
    #expect(kinds("model A {\n  x Int<|>//c\n}").suffix(2) == [.field, .comment])
  }

  @Test func `there is no cursor where there is no text`() {
    #expect(kinds("<|>") == [])
    #expect(Analysis.of(["model A {"]).cursor(at: 0, inFile: 1) == nil)
    #expect(Analysis.of(["model A {"]).cursor(at: 99, inFile: 0)?.offset == 9)
    #expect(Analysis.of(["model A {"]).cursor(at: -9, inFile: 0)?.offset == 0)
  }

  @Test func `the cursor knows its declaration and its place in the file`() throws {
    let text = MarkedText("model A {\n  id Int @id\n}\n\nmodel B {\n  i<|>d Int @id\n}\n")
    let analysis = Analysis.of([text.text])
    let cursor = try #require(analysis.cursor(at: text.cursor ?? -1, inFile: 0))
    let declaration = try #require(cursor.declaration)
    #expect(analysis.schema.declarationName(declaration) == "B")
    let name = try #require(cursor.innermost(.name))
    #expect(cursor.fileRange(name.range).range.start == cursor.offset - 1)
  }
}
