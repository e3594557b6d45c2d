import Foundation
import SchemaParser
import TestSupport
import Testing

/// A text that grows with a number, of a kind that has led parsers into more than linear time.
struct GrowingText: CustomTestStringConvertible, Sendable {
  let testDescription: String
  /// About how many bytes it has for each of its parts.
  let partSize: Int
  let make: @Sendable (Int) -> String

  init(_ testDescription: String, partSize: Int, make: @escaping @Sendable (Int) -> String) {
    self.testDescription = testDescription
    self.partSize = partSize
    self.make = make
  }

  static let all: [GrowingText] = [
    GrowingText("opening brackets", partSize: 1) { "model A {\nx Int @a(" + "[" * $0 },
    GrowingText("opening brackets at the top level", partSize: 1) { "[" * $0 },
    GrowingText("braces", partSize: 1) { "{" * $0 },
    GrowingText("opening and closing braces", partSize: 2) { "}{" * $0 },
    GrowingText("nested arrays", partSize: 2) {
      "model A {\nx Int @a(" + "[" * $0 + "]" * $0 + ")\n}\n"
    },
    GrowingText("nested calls", partSize: 3) {
      "model A {\nx Int @a(" + "f(" * $0 + ")" * $0 + ")\n}\n"
    },
    GrowingText("nested objects", partSize: 4) {
      "model A {\nx Int @a(" + "{a:" * $0 + "1" + "}" * $0 + ")\n}\n"
    },
    GrowingText("lines of one block", partSize: 11) {
      "model A {\n" + "  id Int\n\n\n" * $0 + "}\n"
    },
    GrowingText("opening lines", partSize: 10) { "model A {\n" * $0 },
    GrowingText("opening lines, indented", partSize: 12) { "  model A {\n" * $0 },
    GrowingText("opening lines and a brace that closes none", partSize: 12) {
      "  model A {\n" * $0 + "x }\n"
    },
    GrowingText("opening lines of all kinds", partSize: 40) {
      "model A {\n  enum B {\n\tdatasource C {\ntype D {\n" * $0 + "x }\n"
    },
    GrowingText("opening lines and comments that end at the end", partSize: 20) {
      "model A {\nx Int /*\n" * $0 + "*/"
    },
    GrowingText("opening lines and comments that do not end", partSize: 20) {
      "model A {\nx Int /*\n" * $0
    },
    GrowingText("fields with comments that end at the end", partSize: 9) {
      "model A {\n" + "x Int /*\n" * $0 + "*/ y\n}\n"
    },
    GrowingText("comments that do not end", partSize: 3) { "/*\n" * $0 },
    GrowingText("comments on one line", partSize: 4) { "/**/" * $0 },
    GrowingText("unknown blocks that do not end", partSize: 6) { "foo {\n" * $0 },
    GrowingText("unknown blocks on a line", partSize: 5) { "foo {" * $0 },
    GrowingText("type aliases on a line", partSize: 11) { "type A = B " * $0 },
    GrowingText("type aliases with attributes that do not parse", partSize: 15) {
      "type A = B @x([" * $0 + "\n"
    },
    GrowingText("attributes that do not parse", partSize: 4) {
      "model A {\nx Int " + "@a(b" * $0 + "\n}\n"
    },
    GrowingText("blanks", partSize: 1) { "model A {\nx Int @a" + " " * $0 + "\n}\n" },
    GrowingText("blanks that are not ASCII", partSize: 2) { "model A {\nx" + "\u{A0}" * $0 },
    GrowingText("a name", partSize: 1) { "model " + "a" * $0 + " {\n}\n" },
    GrowingText("a path", partSize: 2) { "model A {\nx Int @a(" + "a." * $0 + "(" },
    GrowingText("escapes", partSize: 2) { "model A {\nx Int @a(\"" + "\\q" * $0 + "\")\n}\n" },
    GrowingText("surrogates", partSize: 6) {
      "model A {\nx Int @a(\"" + "\\ud800" * $0 + "\")\n}\n"
    },
    GrowingText("fields without types, and bad escapes", partSize: 12) {
      "model A {\n" + "x @a(\"\\q\")\n" * $0 + "}\n"
    },
    GrowingText("carriage returns", partSize: 1) { "model A {\n" + "\r" * $0 },
    GrowingText("declarations on one line end", partSize: 12) { "model A {\n} " * $0 },
  ]
}

/// `text`, `count` times.
private func * (text: String, count: Int) -> String { String(repeating: text, count: count) }

@Suite("Growth", .serialized)
struct GrowthTests {
  /// The processor time in seconds that `work` takes on this thread, the best of three.
  private func time(_ work: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return (0..<3).map { _ in
      let start = now()
      work()
      return now() - start
    }.min() ?? 0
  }

  @Test("Time grows no faster than the text", arguments: GrowingText.all)
  func parsing(growing: GrowingText) {
    let count = TestRun.rounds(12_000, long: 400_000) / growing.partSize
    let small = Array(growing.make(count).utf8)
    let large = Array(growing.make(8 * count).utf8)
    let smallTime = time { _ = SyntaxTree.parsed(small, dialect: .prisma7) }
    let largeTime = time { _ = SyntaxTree.parsed(large, dialect: .prisma7) }
    // Linear is 8, the square 64. The floor keeps out what the clock can't tell.
    #expect(largeTime < 24 * max(smallTime, 0.0005))
    let tree = SyntaxTree.parsed(small, dialect: .prisma7)
    #expect(TreeProperties.problem(of: tree, text: small) == nil)
  }

  @Test("Depth costs no stack", arguments: GrowingText.all.filter { $0.partSize < 5 })
  func depth(growing: GrowingText) {
    let text = Array(growing.make(TestRun.rounds(100_000, long: 1_000_000)).utf8)
    let count = OnSmallStack.run {
      var tree = SyntaxTree.parsed(text, dialect: .prisma7)
      let middle = text.count / 2
      _ = tree.apply(TextEdit(range: TextRange(middle, middle), replacement: "]"))
      return tree.count
    }
    #expect(count == text.count + 1)
  }

  @Test("Random bytes of any size")
  func noise() {
    let seed = TestRun.seed("noise")
    var random = SeededGenerator(seed: seed)
    let size = TestRun.rounds(400_000, long: 64 << 20)
    var text: [UInt8] = []
    text.reserveCapacity(size + 8)
    while text.count < size {
      withUnsafeBytes(of: random.next()) { text.append(contentsOf: $0) }
    }
    let tree = SyntaxTree.parsed(text, dialect: .prisma6)
    #expect(tree.bytes == text)
    // Half of the bytes as characters of the language.
    let alphabet = Array("model A {}\n\r \t@()[]\"\\/*:,.=?!-_".utf8)
    for index in text.indices where text[index] < 0x80 {
      text[index] = alphabet[Int(text[index]) % alphabet.count]
    }
    let other = SyntaxTree.parsed(text, dialect: .prisma7)
    #expect(other.bytes == text)
  }

  @Test("A block takes no more memory because a larger one stands before it")
  func memoryOfBlocks() {
    let large = "model Large {\n" + "  id Int @id @default(autoincrement())\n" * 500 + "}\n"
    let small = (0..<20).map { "enum Small\($0) {\n  A\n}\n" }.joined()
    let tree = SyntaxTree.parsed(Array((large + small).utf8), dialect: .prisma6)
    #expect(tree.blocks.count > 20)
    for block in tree.blocks {
      // The system rounds up a little.
      #expect(block.nodes.capacity <= block.nodes.count + 8)
    }
  }

  @Test("A block of many lines is a block of many nodes")
  func longBlock() {
    let count = TestRun.rounds(20_000, long: 200_000)
    let tree = SyntaxTree.parsed(
      Array(("model A {\n" + "  id Int\n" * count + "}\n").utf8), dialect: .prisma6)
    #expect(tree.blocks.first?.nodes.count == 2 + 4 * count)
    #expect(tree.blocks.first?.errors.isEmpty == true)
    #expect(tree.lineEndCount == count + 2)
  }
}

@Suite("Work of an edit")
struct EditWorkTests {
  /// Edits of the model in the middle of a schema of `count` models, from its documentation on.
  private func parsed(
    models count: Int, at offset: Int, removing: Int, inserting text: String
  ) -> SyntaxTree.Change {
    let size = SampleSchemas.models(1).utf8.count
    var tree = SyntaxTree.parsed(Array(SampleSchemas.models(count).utf8), dialect: .prisma6)
    let start = size * (count / 2) + offset
    return tree.apply(TextEdit(range: TextRange(start, start + removing), replacement: text))
  }

  @Test("An edit costs the same in a large schema as in a small one")
  func independentOfSize() {
    let size = SampleSchemas.models(1).utf8.count
    for offset in 0..<size {
      for (removing, text) in [(0, "x"), (1, ""), (0, "\n"), (0, "}"), (0, "{"), (3, "\"")] {
        let small = parsed(models: 12, at: offset, removing: removing, inserting: text)
        let large = parsed(models: 60, at: offset, removing: removing, inserting: text)
        #expect(small.parsedByteCount == large.parsedByteCount)
        #expect(small.removed.count == large.removed.count)
        // Its own block, one on each side, and twice as much when the first attempt was too short.
        #expect(large.parsedByteCount <= 12 * size)
      }
    }
  }

  @Test("A letter in a field parses its model, and no other")
  func letter() {
    let size = SampleSchemas.models(1).utf8.count
    let change = parsed(models: 40, at: size / 2, removing: 0, inserting: "x")
    #expect(change.removed.count == 1)
    #expect(change.added == change.removed)
    #expect(change.parsedByteCount == size + 1)
  }

  @Test("A new model between two parses what it touches")
  func newModel() {
    let size = SampleSchemas.models(1).utf8.count
    let model = "model New {\n  id Int @id\n}\n\n"
    let change = parsed(models: 40, at: 0, removing: 0, inserting: model)
    #expect(change.added.count == change.removed.count + 1)
    #expect(change.parsedByteCount <= 2 * size + model.utf8.count)
  }

  @Test("An opening line without a brace takes what it needs, in attempts that double")
  func openingLine() {
    let size = SampleSchemas.models(1).utf8.count
    let change = parsed(models: 60, at: 0, removing: 0, inserting: "model Open {\n")
    #expect(change.parsedByteCount <= 8 * size)
    let comment = parsed(models: 60, at: 0, removing: 0, inserting: "/* open\n")
    #expect(comment.parsedByteCount <= 4 * 60 * size)
  }

  @Test("Typing in a block of many lines parses that block once")
  func longBlock() {
    let text = "model A {\n" + "  id Int\n" * 2_000 + "}\n"
    var tree = SyntaxTree.parsed(Array(text.utf8), dialect: .prisma6)
    let change = tree.apply(TextEdit(range: TextRange(5_000, 5_000), replacement: "x"))
    #expect(change.parsedByteCount <= text.utf8.count + 1)
  }
}

/// Runs work on a thread with a stack of 128 kB.
private enum OnSmallStack {
  static func run(_ work: @escaping @Sendable () -> Int) -> Int {
    let result = ResultBox()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      result.value = work()
      done.signal()
    }
    thread.stackSize = 128 << 10
    thread.start()
    done.wait()
    return result.value
  }

  /// Written by the thread before it signals, read after that: never by two at once.
  private final class ResultBox: @unchecked Sendable {
    var value = 0
  }
}
