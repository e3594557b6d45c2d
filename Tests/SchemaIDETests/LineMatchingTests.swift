import Foundation
import TestSupport
import Testing

@testable import SchemaIDE

struct LineMatchingTests {
  @Test(arguments: 0..<(ProcessInfo.processInfo.environment["LONG_TESTS"] == nil ? 300 : 20_000))
  func `as many lines are matched as can be`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let kinds = UInt64.random(in: 1...9, using: &random)
    let old = Self.lines(upTo: 40, kinds, &random)
    let new = Self.lines(upTo: 40, kinds, &random)
    guard let pairs = LineMatching.pairs(old, new) else {
      Issue.record("seed \(seed): nothing found")
      return
    }
    #expect(pairs.count == Self.mostMatches(old, new), "seed \(seed): \(old) \(new)")
    #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
    for (pair, next) in zip(pairs, pairs.dropFirst()) {
      #expect(pair.old < next.old && pair.new < next.new)
    }
  }

  @Test(arguments: [
    // What is left over in both texts, and whether that is little enough.
    (0, 1000, true), (1000, 0, true), (500, 500, true), (400, 601, false), (0, 1100, false),
    (600, 600, false),
  ])
  func `texts that differ much are given up`(old: Int, new: Int, isFound: Bool) {
    let common = (0..<200).map { UInt64($0) }
    func text(_ count: Int, _ mark: UInt64) -> [UInt64] {
      (0..<count).map { mark + UInt64($0) } + common
    }
    let pairs = LineMatching.pairs(text(old, 1 << 40), text(new, 1 << 41))
    #expect(pairs?.count == (isFound ? 200 : nil))
  }

  private static func lines(
    upTo limit: Int, _ kinds: UInt64, _ random: inout SeededGenerator
  ) -> [UInt64] {
    (0..<Int.random(in: 0...limit, using: &random)).map { _ in
      UInt64.random(in: 0..<kinds, using: &random)
    }
  }

  /// The length of the longest common subsequence, by its definition.
  private static func mostMatches(_ old: [UInt64], _ new: [UInt64]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for line in old {
      var diagonal = 0
      for index in new.indices {
        let above = row[index + 1]
        row[index + 1] = new[index] == line ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[new.count]
  }
}
