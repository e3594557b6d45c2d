import Foundation
import SchemaParser
import TestSupport
import Testing

@Suite("Trees of any text")
struct TreePropertyTests {
  @Test("Samples: the tree prints back its text, its nodes are nested, in order and in bounds")
  func samples() {
    for sample in SampleSchemas.all {
      for dialect in [Dialect.prisma6, .prisma7] {
        let text = Array(sample.utf8)
        let tree = SyntaxTree.parsed(text, dialect: dialect)
        #expect(TreeProperties.problem(of: tree, text: text) == nil)
      }
    }
  }

  @Test("Every beginning of a sample")
  func prefixes() {
    for sample in [SampleSchemas.sound, SampleSchemas.broken] {
      let text = Array(sample.utf8)
      for length in 0..<text.count {
        let tree = SyntaxTree.parsed(Array(text[..<length]), dialect: .prisma7)
        if let problem = TreeProperties.problem(of: tree, text: Array(text[..<length])) {
          Issue.record("\(length) bytes: \(problem)")
        }
      }
    }
  }

  @Test("Random edits: after each the tree is that of a full parse")
  func edits() {
    let seed = TestRun.seed("edits")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<TestRun.rounds(5, long: 1_500) {
      for sample in SampleSchemas.all {
        let dialect = random.pick([Dialect.prisma6, .prisma7]) ?? .prisma6
        EditRun(sample: Array(sample.utf8), dialect: dialect, seed: seed)
          .run(edits: 12, using: &random)
      }
    }
  }

  @Test("Random edits of long runs without a declaration, which are several blocks")
  func editsOfLongRuns() {
    let seed = TestRun.seed("editsOfLongRuns")
    var random = SeededGenerator(seed: seed)
    let lines = [
      "type T = Int\n", "type T = Int  @x\n", "type T = Int ", "junk }\n", "// c\n", "\r",
    ]
    for _ in 0..<TestRun.rounds(20, long: 1_000) {
      var text: [UInt8] = []
      while text.count < 9_000 {
        text += Array((random.pick(lines) ?? "").utf8)
      }
      text += Array(SampleSchemas.broken.utf8)
      EditRun(sample: text, dialect: .prisma6, seed: seed).run(edits: 12, using: &random)
    }
  }

  @Test("Noise of the pieces that edits insert")
  func noise() {
    let seed = TestRun.seed("noise")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<TestRun.rounds(600, long: 60_000) {
      var text: [UInt8] = []
      for _ in 0..<random.number(below: 60) { text += random.pick(SchemaEdits.pieces) ?? [] }
      let tree = SyntaxTree.parsed(text, dialect: .prisma7)
      if let problem = TreeProperties.problem(of: tree, text: text) {
        Issue.record("seed \(seed): \(problem) in \(String(decoding: text, as: UTF8.self))")
        return
      }
      EditRun(sample: text, dialect: .prisma7, seed: seed).run(edits: 3, using: &random)
    }
  }

  @Test("Whole blocks go, come and move")
  func wholeBlocks() {
    let seed = TestRun.seed("wholeBlocks")
    var random = SeededGenerator(seed: seed)
    for sample in SampleSchemas.all {
      for _ in 0..<TestRun.rounds(8, long: 800) {
        var text = Array(sample.utf8)
        var tree = SyntaxTree.parsed(text, dialect: .prisma6)
        for _ in 0..<6 where !tree.blocks.isEmpty {
          let index = random.number(below: tree.blocks.count)
          let start = tree.starts[index]
          let end = start + tree.blocks[index].bytes.count
          let other = tree.blocks[random.number(below: tree.blocks.count)].bytes
          let replacement = random.pick([[], other, tree.blocks[index].bytes + other]) ?? []
          let edit = TextEdit(range: TextRange(start, end), replacement: replacement)
          text = EditRun.apply(edit, to: &tree, text: text, seed: seed)
        }
      }
    }
  }

  /// A text whose parse changes far before a later edit.
  struct FarEffect: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// What stands first, and what stands between it and the edit, in blocks of its own.
    let before: String
    /// What the edit inserts, what it takes away before that, and what stands behind.
    let inserted: String
    var removed = ""
    var after = "\n"

    static let all: [FarEffect] = [
      FarEffect(
        testDescription: "the end of a comment",
        before: "/* open\n" + SampleSchemas.models(3), inserted: "*/"),
      FarEffect(
        testDescription: "the end of a comment in a block",
        before: "model A {\n/* open\n}\n" + SampleSchemas.models(3), inserted: "*/"),
      FarEffect(
        testDescription: "the end of a comment behind a field",
        before: "model A {\nx Int /* open\n}\n" + SampleSchemas.models(3), inserted: "*/"),
      FarEffect(
        testDescription: "what stands behind the comment behind a field",
        before: "model A {\nx Int /* open\n}\n" + SampleSchemas.models(3) + "*/",
        inserted: "", removed: " z", after: "\n}\n"),
      FarEffect(
        testDescription: "a closing brace",
        before: "model Open {\n" + lines, inserted: "}"),
      FarEffect(
        testDescription: "the brace of an unknown block",
        before: "open {\n" + lines, inserted: "}"),
    ]

    /// Lines of several blocks without a brace.
    private static let lines = String(repeating: "a line\n", count: 1_500)
  }

  @Test("An edit changes what stands far before it", arguments: FarEffect.all)
  func farEffects(effect: FarEffect) {
    let old = Array((effect.before + effect.removed + effect.after).utf8)
    var tree = SyntaxTree.parsed(old, dialect: .prisma6)
    let start = effect.before.utf8.count
    let edit = TextEdit(
      range: TextRange(start, start + effect.removed.utf8.count), replacement: effect.inserted)
    _ = EditRun.apply(edit, to: &tree, text: old, seed: 0)
  }

  @Test("A type alias whose line goes on ends no block, since an attribute can come to it")
  func aliasThatGoesOn() {
    for gap in [" ", "   @x(", " // c"] {
      var text = Array((SampleSchemas.models(1) + "model A {\n}" + gap + "\nmodel B {\n}\n").utf8)
      var tree = SyntaxTree.parsed(text, dialect: .prisma6)
      let start = SampleSchemas.models(1).utf8.count
      let alias = TextEdit(range: TextRange(start, start + 11), replacement: "type X = Int")
      text = EditRun.apply(alias, to: &tree, text: text, seed: 0)
      for attribute in [" @a", ")", "@b "] {
        let end = start + 12 + gap.utf8.count
        let edit = TextEdit(range: TextRange(end, end), replacement: attribute)
        text = EditRun.apply(edit, to: &tree, text: text, seed: 0)
      }
    }
  }

  @Test("A line feed behind the carriage return that ends a block belongs to it")
  func splitLineEnd() {
    let old = Array(String(repeating: "a line\r", count: 1_500).utf8)
    let tree = SyntaxTree.parsed(old, dialect: .prisma6)
    #expect(tree.blocks.count > 2)
    for start in tree.starts {
      var edited = tree
      let edit = TextEdit(range: TextRange(start, start), replacement: "\n")
      _ = EditRun.apply(edit, to: &edited, text: old, seed: 0)
    }
  }

  @Test("Edits out of range are clamped")
  func outOfRange() {
    var tree = SyntaxTree.parsed(Array("model A {\n}".utf8), dialect: .prisma6)
    _ = tree.apply(TextEdit(range: TextRange(100, 200), replacement: "\n"))
    #expect(tree.bytes == Array("model A {\n}\n".utf8))
    _ = tree.apply(TextEdit(range: TextRange(0, .max), replacement: "enum E {\n}"))
    #expect(tree.bytes == Array("enum E {\n}".utf8))
    #expect(tree.blocks.count == 1)
  }
}

@Suite(
  "Trees of the corpus",
  .enabled(if: CorpusAvailability.isAvailable, "\(CorpusAvailability.reason)"))
struct CorpusPropertyTests {
  @Test(
    "Each schema: properties hold, and hold after random edits",
    arguments: [
      "real", "psl/validation", "psl/validation-2026", "psl/format", "psl/fmt-actions",
      "psl/language-server", "psl/dmmf",
    ])
  func schemas(folder: String) {
    let seed = TestRun.seed("corpus")
    var random = SeededGenerator(seed: seed)
    var files = CorpusAvailability.schemas(under: folder)
    if !TestRun.isLong { files = Array(files.shuffled(using: &random).prefix(60)) }
    for file in files {
      let text = CorpusAvailability.bytes(of: file)
      if !TestRun.isLong && text.count > 20_000 { continue }
      for dialect in [Dialect.prisma6, .prisma7] {
        let tree = SyntaxTree.parsed(text, dialect: dialect)
        if let problem = TreeProperties.problem(of: tree, text: text) {
          Issue.record("\(file.lastPathComponent): \(problem)")
        }
        EditRun(sample: text, dialect: dialect, seed: seed)
          .run(edits: TestRun.rounds(4, long: 60), using: &random)
      }
    }
  }
}

/// Edits a text step by step and compares the tree with that of a full parse.
struct EditRun {
  let sample: [UInt8]
  let dialect: Dialect
  let seed: UInt64

  /// Applies `edits` random edits one after the other.
  func run(edits: Int, using random: inout SeededGenerator) {
    var text = sample
    var tree = SyntaxTree.parsed(text, dialect: dialect)
    for _ in 0..<edits {
      let edit = SchemaEdits.edit(of: text, using: &random)
      text = Self.apply(edit, to: &tree, text: text, seed: seed)
    }
  }

  /// Applies one edit, checks the tree and the change, and returns the new text.
  static func apply(
    _ edit: TextEdit, to tree: inout SyntaxTree, text: [UInt8], seed: UInt64
  ) -> [UInt8] {
    let old = tree
    let edited = TreeProperties.edited(text, by: edit)
    let change = tree.apply(edit)
    let full = SyntaxTree.parsed(edited, dialect: tree.dialect)
    let problem =
      TreeProperties.problem(of: tree, text: edited)
      ?? TreeProperties.difference(tree, full)
      ?? problem(of: change, from: old, to: tree, edit: edit)
    if let problem {
      Issue.record(
        """
        seed \(seed): \(problem)
        edit \(edit.range) → \(String(decoding: edit.replacement, as: UTF8.self).debugDescription)
        of \(String(decoding: text, as: UTF8.self).debugDescription)
        """)
      // What comes after a wrong tree says nothing new.
      tree = full
    }
    return edited
  }

  /// What is wrong with what an edit says that it changed.
  private static func problem(
    of change: SyntaxTree.Change, from old: SyntaxTree, to new: SyntaxTree, edit: TextEdit
  ) -> String? {
    guard change.removed.lowerBound == change.added.lowerBound,
      change.removed.upperBound <= old.blocks.count,
      change.added.upperBound <= new.blocks.count,
      old.blocks.count - change.removed.upperBound == new.blocks.count - change.added.upperBound
    else { return "the ranges of the change don't fit" }
    for index in 0..<change.removed.lowerBound where old.blocks[index] !== new.blocks[index] {
      return "block \(index) before the change is another one"
    }
    for (left, right) in zip(old.blocks.reversed(), new.blocks.reversed())
      .prefix(old.blocks.count - change.removed.upperBound) where left !== right
    {
      return "a block behind the change is another one"
    }
    // Attempts double, so all of them together are less than twice the last.
    let limit = 4 * (old.count + edit.replacement.count) + 512
    return change.parsedByteCount <= limit ? nil : "parsed \(change.parsedByteCount) bytes"
  }
}
