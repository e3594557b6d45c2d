import SchemaModel
import SchemaParser
import TestSupport
import Testing

@testable import SchemaIDE

struct MeantSchemaTests {
  @Test(arguments: [
    "model User {\n  id Int @id\n  r Role\n\nenum Role {\n  X\n}\n",
    "model User {\n  id Int @id\n  r Role\n\n// of\n/// Role\nenum Role {\n  X\n}\n",
    "model User {\n  id Int @id\n  r Role\n  \n  enum Role {\n  X\n}\n",
    "model User {\r\n  id Int @id\r\n  r Role\r\n\r\nenum Role {\r\n  X\r\n}\r\n",
    "model User {\n  id Int @id\n  r Role\n  enum Role {\n  X\n}\n",
    "model User {\n  id Int @id\n  r Role\n\nenum Role {\n  X",
    "enum Role {\n  X\n\nmodel User {\n  id Int @id\n  r Role\n",
  ])
  func `a declaration ends where the next one begins`(text: String) {
    let meant = Analysis.of([text]).meant
    #expect(meant.schema.models.map(\.name) == ["User"])
    #expect(meant.schema.enumerations.map(\.name) == ["Role"])
    #expect(meant.schema.enumerations.first?.values.count == 1)
    let use = text.firstRange(of: "r Role").map { text.utf8.distance(to: $0) + 2 } ?? -1
    let target = meant.definition(at: use, inFile: 0)?.targets.first
    let name = text.firstRange(of: "enum Role").map { text.utf8.distance(to: $0) + 5 } ?? -1
    #expect(target?.name.range == TextRange(name, name + 4))
  }

  @Test func `what other files name is found`() {
    let texts = ["model A {\n  id Int @id\n  b Bee\n}\n", "model Bee {\n  id Int @id\n  as A[]\n"]
    let meant = Analysis.of(texts).meant
    let place = texts[0].firstRange(of: "Bee").map { texts[0].utf8.distance(to: $0) } ?? -1
    #expect(meant.definition(at: place, inFile: 0)?.targets.first?.name.file == 1)
  }

  @Test func `a new name stands in its own declaration`() throws {
    let text = "model User {\n  id Int @id\n  r Role\n\nenum Role {\n  X\n}\n"
    let analysis = Analysis.of([text])
    let edit = try #require(try analysis.meant.rename(at: 7, inFile: 0, to: "Person", asks: false))
    #expect(
      analysis.texts(after: edit) == [
        "model Person {\n  id Int @id\n  r Role\n\n  @@map(\"User\")\n\nenum Role {\n  X\n}\n"
      ])
  }

  @Test func `line ends stay whole`() throws {
    let text = "model A {\r\n  id Int @id\r\n\r\nmodel B {\r\n  id Int @id\r\n}\r\n"
    let analysis = Analysis.of([text])
    let edit = try #require(
      try analysis.meant.rename(at: 33, inFile: 0, to: "BB", asks: false))
    #expect(
      analysis.texts(after: edit) == [
        text.replacing(
          "model B {\r\n  id Int @id\r\n",
          with: "model BB {\r\n  id Int @id\r\n\r\n  @@map(\"B\")\r\n")
      ])
  }

  @Test func `nothing is made where nothing is missing`() {
    for text in [SampleSchemas.sound, "model A {\n  ???\n}\n", "}\n", "", "model {\n"] {
      let analysis = Analysis.of([text])
      #expect(analysis.meant.files.map(\.tree.bytes) == analysis.files.map(\.tree.bytes))
    }
  }

  /// What is kept from one text to the next is that of the text.
  @Test func `edits are followed`() {
    var random = SeededGenerator(seed: TestRun.seed("edits are followed"))
    let start = SampleSchemas.sound
    var tree = SyntaxTree.parsed(Array(start.utf8), dialect: .prisma7)
    var workspace = Workspace()
    let pieces = ["}", "\n", "model A {\n", "x", "  a Int\n", "\n\nenum E {\n", ""]
    for round in 0..<TestRun.rounds(200, long: 10_000) {
      if round % 50 == 0 { tree = SyntaxTree.parsed(Array(start.utf8), dialect: .prisma7) }
      let braces = tree.bytes.indices.filter { tree.bytes[$0] == UInt8(ascii: "}") }
      let isBrace = random.number(below: 3) == 0
      let low = (isBrace ? random.pick(braces) : nil) ?? random.number(below: tree.count)
      let range = TextRange(low, min(tree.count, low + random.number(below: 3)))
      _ = tree.apply(
        TextEdit(range: range, replacement: isBrace ? "" : random.pick(pieces) ?? ""))
      workspace.update(files: [SourceFile(path: "0.prisma", tree: tree)], version: .seven)
      if random.number(below: 3) == 0 { continue }
      let kept = workspace.analysis.meant
      var other = Workspace()
      let parsed = SyntaxTree.parsed(tree.bytes, dialect: .prisma7)
      other.update(files: [SourceFile(path: "0.prisma", tree: parsed)], version: .seven)
      let new = other.analysis.meant
      #expect(kept.files[0].tree.bytes == new.files[0].tree.bytes)
      #expect(kept.schema.models.map(\.name) == new.schema.models.map(\.name), "round \(round)")
      #expect(kept.schema.models.map(\.fields.count) == new.schema.models.map(\.fields.count))
      #expect(
        kept.schema.enumerations.map(\.values.count) == new.schema.enumerations.map(\.values.count))
    }
  }

  /// Only blanks and line ends become braces, whatever is missing.
  @Test func `all else stands where it stood`() {
    var random = SeededGenerator(seed: TestRun.seed("all else stands where it stood"))
    for _ in 0..<TestRun.rounds(300, long: 20_000) {
      var text = Array((SampleSchemas.sound + "\n" + SampleSchemas.broken).utf8)
      for _ in 0..<random.number(below: 5) {
        let braces = text.indices.filter { text[$0] == UInt8(ascii: "}") }
        if let place = random.pick(braces) { text.remove(at: place) }
        let cut = random.number(below: text.count)
        if random.number(below: 4) == 0 { text.removeSubrange(cut...) }
      }
      let tree = SyntaxTree.parsed(text, dialect: .prisma7)
      guard let closed = tree.closingBlocksInPlace() else { continue }
      #expect((tree.count...tree.count + 2).contains(closed.count))
      for (old, new) in zip(text, closed.bytes) where old != new {
        #expect(new == UInt8(ascii: "}") && [0x20, 0x09, 0x0A, 0x0D].contains(old))
      }
      let again = SyntaxTree.parsed(closed.bytes, dialect: .prisma7)
      #expect(again.blocks.map(\.nodes) == closed.blocks.map(\.nodes))
    }
  }
}

extension String.UTF8View {
  /// The number of bytes before a range.
  fileprivate func distance(to range: Range<String.Index>) -> Int {
    distance(from: startIndex, to: range.lowerBound)
  }
}
