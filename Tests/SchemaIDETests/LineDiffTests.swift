import Foundation
import SchemaParser
import Testing
import TestSupport

@testable import SchemaIDE

struct LineDiffTests {
  /// The edits turn any text into any other, but for line ends.
  @Test(arguments: 0..<(ProcessInfo.processInfo.environment["LONG_TESTS"] == nil ? 300 : 20_000))
  func `a difference is made up of its edits`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = ["a", "b", " a", "b ", "", "c  c", "c c", "x", "}", "{"]
    let text = { (random: inout SeededGenerator) in
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined(separator: "\n")
    }
    let lineEnd = ["\n", "\r\n", "\r"][seed % 3]
    let old = text(&random).replacing("\n", with: lineEnd)
    let new = text(&random)
    let edits = LineDiff.edits(from: Array(old.utf8), to: Array(new.utf8))
    var result = Array(old.utf8)
    var end = Int.max
    for edit in edits.reversed() {
      #expect(edit.range.end <= end)
      end = edit.range.start
      result.replaceSubrange(edit.range.start..<edit.range.end, with: edit.replacement)
    }
    let expected = old.isEmpty || !old.contains(lineEnd) ? new : new.replacing("\n", with: lineEnd)
    #expect(
      String(decoding: result, as: UTF8.self) == expected, "seed \(seed): \(old.debugDescription)")
    if old == expected { #expect(edits.isEmpty) }
  }

  @Test func `texts that have nothing in common are replaced`() {
    let old = (0..<3000).map { "old \($0)\n" }.joined()
    let new = (0..<3000).map { "new \($0)\n" }.joined()
    let edits = LineDiff.edits(from: Array(old.utf8), to: Array(new.utf8))
    #expect(edits.count == 1)
    #expect(edits.first?.replacement == Array(new.dropLast().utf8))
  }
}
