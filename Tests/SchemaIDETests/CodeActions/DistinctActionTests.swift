import Diagnostics
import SchemaParser
import Testing

@testable import SchemaIDE

/// Actions for a whole file, as a client asks for that has all of it selected.
@Suite struct DistinctActionTests {
  private func actions(in text: String) -> [CodeAction] {
    Analysis.of([text]).codeActions(
      in: TextRange(0, text.utf8.count), inFile: 0, only: ["quickfix"])
  }

  @Test func `fixes with one title at different places are told apart`() {
    let count = 400
    let models = (0..<count).map { index in
      """
      model M\(index) {
        id      Int   @id
        otherId Int
        other   Other @relation("r\(index)", fields: [otherId], references: [id])
      }
      """
    }
    let lists = (0..<count).map { "  m\($0) M\($0)[] @relation(\"r\($0)\")" }
    let text =
      "datasource db {\n  provider = \"postgresql\"\n}\n" + models.joined(separator: "\n")
      + "\nmodel Other {\n  id Int @id\n" + lists.joined(separator: "\n") + "\n}\n"
    let found = actions(in: text)
    #expect(Set(found.map(\.title)).count < 5)
    let fixes = found.filter { $0.title.hasPrefix("Add an index") }
    #expect(fixes.count == count)
    #expect(fixes.allSatisfy { $0.diagnostics.count == 1 })
    #expect(Set(fixes.map { $0.edit() }).count == count)
    #expect(Set(fixes.flatMap(\.diagnostics).map(\.range)).count == count)
  }

  @Test func `one that mends several findings is offered once`() throws {
    // Both relations want the index.
    let text = """
      datasource db {
        provider = "postgresql"
      }

      model A {
        id  Int @id
        bId Int
        b   B   @relation("one", fields: [bId], references: [id])
        c   B   @relation("two", fields: [bId], references: [id])
      }

      model B {
        id Int @id
        x  A[] @relation("one")
        y  A[] @relation("two")
      }
      """
    let found = actions(in: text)
    let index = try #require(found.first { $0.title.hasPrefix("Add an index") })
    #expect(index.diagnostics.count == 2)
    #expect(found.filter { $0.title == index.title }.count == 1)
    for (place, action) in found.enumerated() {
      let same = found[..<place].contains {
        $0.title == action.title && $0.edit() == action.edit()
      }
      #expect(!same, "\(action.title)")
    }
  }
}
