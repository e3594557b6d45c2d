import SchemaFormatter
import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct OnTypeFormattingTests {
  /// The text after what was typed last has been laid out, with the cursor in it.
  private func typed(_ marked: String, options: FormatOptions = FormatOptions()) -> String {
    let text = MarkedText(marked)
    let cursor = text.cursor ?? -1
    let analysis = Analysis.of([text.text])
    let isBrace = cursor > 0 && Array(text.text.utf8)[cursor - 1] == UInt8(ascii: "}")
    let edits =
      isBrace
      ? analysis.edits(afterBraceBefore: cursor, inFile: 0, options)
      : analysis.edits(afterNewlineBefore: cursor, inFile: 0, options)
    var bytes = Array(text.text.utf8)
    var place = cursor
    var end = Int.max
    for edit in edits.reversed() {
      #expect(edit.range.end <= end, "sorted, not overlapping")
      end = edit.range.start
      bytes.replaceSubrange(edit.range.start..<edit.range.end, with: edit.replacement)
      if edit.range.end <= cursor { place += edit.replacement.count - edit.range.count }
    }
    bytes.insert(contentsOf: Array("<|>".utf8), at: place)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `what a block without its brace takes in is left alone`() {
    let options = FormatOptions(brokenParts: .keep)
    let next = "\n\nmodel B {\n  id   Int @id\n}\n"
    #expect(typed("model A {\n<|>" + next, options: options) == "model A {\n  <|>" + next)
    #expect(
      typed("enum E {\n<|>\n\nenum F {\n  AA  @map(\"x\")\n}\n", options: options)
        == "enum E {\n  <|>\n\nenum F {\n  AA  @map(\"x\")\n}\n")
  }

  @Test func `a new line aligns the others and is indented`() {
    #expect(
      typed("model A {\n  id Int @id\n  longName String @unique\n<|>\n}\n")
        == "model A {\n  id       Int    @id\n  longName String @unique\n  <|>\n}\n")
    #expect(
      typed("model A {\n  id Int @id\n  <|>\n  longName String @unique\n}\n")
        == "model A {\n  id       Int    @id\n  <|>\n  longName String @unique\n}\n")
    #expect(typed("model A {\n  <|>\n}\n") == "model A {\n  <|>\n}\n")
    #expect(typed("model A {\n<|>\n}\n") == "model A {\n  <|>\n}\n")
  }

  @Test func `what is unfinished on the line stays as it is`() {
    #expect(
      typed("model A {\n  id Int\n  longName\n    <|>String   @\n  x   Int\n}\n")
        == "model A {\n  id       Int\n  longName\n    <|>String   @\n  x        Int\n}\n")
  }

  @Test func `blank lines are left to the one who types`() {
    #expect(
      typed("model A {\n\n  id Int\n\n\n  <|>\n\n\n}\n")
        == "model A {\n\n  id Int\n\n\n  <|>\n\n\n}\n")
  }

  @Test func `attributes stay where they are`() {
    #expect(
      typed("model A {\n  @@map(\"a\")\n  <|>\n  id Int @default(1) @id\n}\n")
        == "model A {\n  @@map(\"a\")\n  <|>\n  id Int @default(1) @id\n}\n")
  }

  @Test func `tabs are used where they are wanted`() {
    #expect(
      typed("enum E {\n<|>\n}\n", options: FormatOptions(usesTabs: true)) == "enum E {\n\t<|>\n}\n")
  }

  @Test func `only the declaration at the cursor is laid out`() {
    let other = "model B {\n    id    Int\n}\n"
    #expect(
      typed(other + "model A {\n    id Int\n  <|>\n}\n" + other)
        == other + "model A {\n  id Int\n  <|>\n}\n" + other)
    #expect(typed(other + "<|>\n") == other + "<|>\n")
  }

  @Test func `a block that is not closed yet is indented`() {
    #expect(typed("model A {\n<|>") == "model A {\n  <|>")
    #expect(typed("model A {\n<|>\nmodel B {\n") == "model A {\n  <|>\nmodel B {\n")
    #expect(typed("model A\n<|>") == "model A\n<|>")
  }

  @Test func `line ends are kept`() {
    #expect(
      typed("model A {\r\n  id Int @id\r\n  name String @x\r\n  <|>\r\n}\r\n")
        == "model A {\r\n  id   Int    @id\r\n  name String @x\r\n  <|>\r\n}\r\n")
  }

  @Test func `a closing brace lays its declaration out`() {
    #expect(
      typed("model A {\n\n  id Int @id\n  name String @x\n\n  }<|>\n\nmodel B {\n   id Int\n}\n")
        == "model A {\n  id   Int    @id\n  name String @x\n}<|>\n\nmodel B {\n   id Int\n}\n")
    #expect(typed("model A {}<|>\n") == "model A {}<|>\n")
    #expect(typed("model A {\n   x Json @default(\"{}<|>\")\n}\n").contains("   x Json"))
  }

  /// Whatever stands around: the edits lie in the text, one behind the other.
  @Test(arguments: SampleSchemas.all) func `any place can be typed at`(text: String) {
    let analysis = Analysis.of([text])
    var offsets = Array(stride(from: -1, through: text.utf8.count + 1, by: 7))
    offsets += text.utf8.enumerated().filter { $0.element == 0x0A }.map { $0.offset + 1 }.prefix(50)
    for offset in offsets.prefix(400) {
      for edits in [
        analysis.edits(afterNewlineBefore: offset, inFile: 0, FormatOptions()),
        analysis.edits(afterBraceBefore: offset, inFile: 0, FormatOptions()),
      ] {
        let ends = [0] + edits.map(\.range.end)
        #expect(zip(ends, edits).allSatisfy { $0 <= $1.range.start }, "\(offset)")
        #expect(ends.allSatisfy { $0 <= text.utf8.count }, "\(offset)")
      }
    }
  }
}
