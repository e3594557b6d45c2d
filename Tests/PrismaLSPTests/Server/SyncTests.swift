import Foundation
import LanguageServerProtocol
import SchemaParser
import TestSupport
import Testing

@testable import PrismaLSP

@Suite(.timeLimit(.minutes(2))) struct SyncTests {
  @Test(arguments: [("utf-8", 13), ("utf-16", 10), ("utf-32", 9)])
  func `characters are counted as negotiated`(_ encoding: String, _ character: Int) async throws {
    let client = try await TestClient.started([
      "general": ["positionEncodings": [.string(encoding)]], "textDocument": ["diagnostic": [:]],
    ])
    // 😀 takes 4 bytes, 2 UTF-16 units or 1 scalar, ü 2 bytes.
    await client.open("untitled:a", "model A {\n  id Int @id\n/*😀ü*/  b X\n}\n")
    let start = { (offset: Int) in "2:\(character + offset) type-not-found" }
    #expect(try await client.pull("untitled:a") == [start(1)])
    // And back: a letter right before the type.
    await client.change("untitled:a", (2, character + 1), (2, character + 1), "ü")
    #expect(try await client.pull("untitled:a") == [start(1)])
    await client.change("untitled:a", (2, character + 1), (2, 99), "Int")
    #expect(try await client.pull("untitled:a") == [])
  }

  @Test func `positions are clamped`() async throws {
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", "model A {\n  id Int @id\n}\n")
    await client.change("untitled:a", (99, 5), (100, 7), "model A {\n  id Int @id\n}\n")
    #expect(try await client.pull("untitled:a").count == 1)
    await client.change("untitled:a", (3, 0), (99, 99), "")
    #expect(try await client.pull("untitled:a") == [])
    // Behind the end of a line is its end; the wrong way round is the same.
    await client.change("untitled:a", (1, 999), (1, 12), " ")
    #expect(try await client.pull("untitled:a") == [])
    await client.change("untitled:a", (-5, -5), (-1, 3), "// x\n")
    #expect(try await client.pull("untitled:a") == [])
    await client.change("untitled:a", (0, Int.max), (Int.max, Int.max), "")
    await client.change("untitled:a", (0, 0), (0, 2), "model")
    #expect(try await !client.pull("untitled:a").isEmpty)
  }

  @Test func `a whole text is taken too, and several changes at once`() async throws {
    let client = try await TestClient.started(pulling)
    await client.open("untitled:a", "model A {")
    await client.change("untitled:a", nil, nil, "model A {\n  id Int @id\n}\n")
    #expect(try await client.pull("untitled:a") == [])
    await client.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": "untitled:a", "version": 9],
        "contentChanges": [
          ["text": ""], ["text": "model B {\n}\n"],
          [
            "range": ["start": ["line": 1, "character": 0], "end": ["line": 1, "character": 0]],
            "text": "  x Y\n",
          ],
        ],
      ])
    #expect(try await client.pull("untitled:a").contains("1:4 type-not-found"))
  }

  @Test func `changes of what is not open are ignored`() async throws {
    let client = try await TestClient.started(pulling)
    await client.change("untitled:a", (0, 0), (0, 0), "model {")
    await client.closeDocument("untitled:a")
    #expect(try await client.pull("untitled:a") == [])
  }

  /// Random edits leave the server with the text that a plain string has.
  @Test(arguments: 0..<(ProcessInfo.processInfo.environment["LONG_TESTS"] == nil ? 40 : 2000))
  func `a document follows its edits`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for encoding in PositionEncodingKind.allCases {
      let conversions = Conversions(encoding: encoding)
      let pieces = [
        "model A {\n", "  id Int @id\r\n", "}\n", "// ü\r", "😀", "€", " ", "\n", "enum E {\n", "/*",
        "*/", "\"",
      ]
      var text = (0..<20).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      var tree = SyntaxTree.parsed(Array(text.utf8), dialect: .prisma6)
      for _ in 0..<15 {
        let lines = lines(of: text)
        let (start, first) = place(in: lines, encoding, &random)
        let (end, last) = place(in: lines, encoding, &random)
        let new = (0..<Int.random(in: 0...3, using: &random)).map { _ in
          pieces.randomElement(using: &random) ?? ""
        }.joined()
        let range = conversions.range(
          of: PositionRange(start: min(start, end), end: max(start, end)), in: tree)
        #expect(range.start == min(first, last) && range.end == max(first, last), "seed \(seed)")
        let back = conversions.positions(of: [last, first, last], in: tree)
        #expect(back == [end, start, end], "seed \(seed)")
        _ = tree.apply(
          SchemaParser.TextEdit(range: range, replacement: Array(new.utf8)))
        var bytes = Array(text.utf8)
        bytes.replaceSubrange(min(first, last)..<max(first, last), with: Array(new.utf8))
        text = String(decoding: bytes, as: UTF8.self)
        #expect(tree.bytes == Array(text.utf8), "seed \(seed)")
      }
    }
  }

  /// The lines of a text without their ends, with the offset of each.
  private func lines(of text: String) -> [(start: Int, scalars: [Unicode.Scalar])] {
    var lines: [(start: Int, scalars: [Unicode.Scalar])] = [(0, [])]
    var offset = 0
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      offset += scalar.utf8.count
      if scalar == "\n", isAfterReturn {
        lines[lines.count - 1].start = offset
      } else if scalar == "\n" || scalar == "\r" {
        lines.append((offset, []))
      } else {
        lines[lines.count - 1].scalars.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return lines
  }

  private func place(
    in lines: [(start: Int, scalars: [Unicode.Scalar])], _ encoding: PositionEncodingKind,
    _ random: inout SeededGenerator
  ) -> (Position, Int) {
    let line = Int.random(in: 0..<lines.count, using: &random)
    let count = Int.random(in: 0...lines[line].scalars.count, using: &random)
    let before = lines[line].scalars.prefix(count)
    let bytes = before.reduce(0) { $0 + $1.utf8.count }
    let character =
      switch encoding {
      case .utf8: bytes
      case .utf16: before.reduce(0) { $0 + $1.utf16.count }
      case .utf32: count
      }
    return (Position(line: line, character: character), lines[line].start + bytes)
  }
}

extension Unicode.Scalar {
  fileprivate var utf8: String.UTF8View { String(self).utf8 }
  fileprivate var utf16: String.UTF16View { String(self).utf16 }
}
