import Foundation

/// A source of random numbers that a seed makes repeatable.
///
/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    // Wrapping arithmetic is the algorithm.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `bound`, without it; 0 when `bound` is not positive.
  package mutating func number(below bound: Int) -> Int {
    bound > 0 ? Int(next() % UInt64(bound)) : 0
  }

  /// One of `choices`; nil when there are none.
  package mutating func pick<Choice>(_ choices: [Choice]) -> Choice? {
    choices.isEmpty ? nil : choices[number(below: choices.count)]
  }
}

/// How long tests with random input run, and with which seed.
package enum TestRun {
  /// Whether `LONG_TESTS=1` asks for many rounds and large inputs.
  package static let isLong = ProcessInfo.processInfo.environment["LONG_TESTS"] == "1"

  /// `normal` rounds, or `long` ones with `LONG_TESTS=1`.
  package static func rounds(_ normal: Int, long: Int) -> Int { isLong ? long : normal }

  /// The seed of `TEST_SEED`, or a new one. It is printed, so that a failure can be repeated.
  package static func seed(_ test: StaticString) -> UInt64 {
    let given = ProcessInfo.processInfo.environment["TEST_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 1...UInt64(UInt32.max))
    print("\(test): TEST_SEED=\(seed)")
    return seed
  }
}
