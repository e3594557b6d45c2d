import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct SelectionRangesTests {
  /// The texts around the cursor, the smallest first.
  private func selections(_ marked: String) -> [String] {
    let text = MarkedText(marked)
    let bytes = Array(text.text.utf8)
    let ranges = Analysis.of([text.text]).selectionRanges(at: text.cursor ?? -1, inFile: 0)
    for (inner, outer) in zip(ranges, ranges.dropFirst()) {
      #expect(outer.contains(inner) && outer != inner)
    }
    #expect(ranges.last == TextRange(0, bytes.count))
    return ranges.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
  }

  @Test func `an argument grows to its declaration`() {
    let found = selections(
      """
      // the author
      model Post {
        id Int @id

        authorId Int
        author User @relation(fields: [auth<|>orId], references: [id])
      }

      model B {
      }
      """)
    #expect(
      found.dropLast().map { $0.split(separator: "\n").first ?? "" } == [
        "authorId", "[authorId]", "fields: [authorId]", "fields: [authorId], references: [id]",
        "(fields: [authorId], references: [id])",
        "@relation(fields: [authorId], references: [id])",
        "author User @relation(fields: [authorId], references: [id])", "authorId Int",
        "  id Int @id", "model Post {", "// the author",
      ])
    #expect(found.dropLast().last?.hasSuffix("}") == true)
  }

  @Test func `a string is selected without its quotes first`() {
    #expect(
      selections("model A {\n  x Int @map(\"a<|>b c\")\n}\n").prefix(4) == [
        "ab", "ab c", "\"ab c\"", "(\"ab c\")",
      ])
  }

  @Test func `a comment grows to those around it`() {
    #expect(
      selections("// one\n// t<|>wo\n// three\n\n// four\nmodel A {\n}\n").prefix(3) == [
        "two", "// two", "// one\n// two\n// three",
      ])
    #expect(
      selections("model A {\n  // o<|>ne\n  /// two\n  x Int\n}\n").prefix(3) == [
        "one", "// one", "// one\n  /// two\n  x Int",
      ])
  }

  @Test func `a type is selected without its marks first`() {
    #expect(
      selections("model A {\n  x I<|>nt[] @id\n}\n").prefix(3) == ["Int", "Int[]", "x Int[] @id"])
  }

  @Test func `between declarations there is little to select`() {
    #expect(selections("model A {\n}\n<|>\n\n").count == 1)
    #expect(selections("<|>") == [""])
    #expect(selections("x y <|>z\n").first == "z")
  }

  @Test func `deep nesting is cut short`() {
    let depth = 5000
    let open = String(repeating: "[", count: depth)
    let close = String(repeating: "]", count: depth)
    let found = selections("model A {\n  x Int @default(\(open)1<|>\(close))\n}\n")
    #expect(found.count < 300)
  }
}
