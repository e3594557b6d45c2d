/// A set of slots: one bit for each.
///
/// Nothing is hashed, and going through it goes in order of the slots, which is mostly that of the text: of
/// tens of thousands of declarations in any order each waits for memory.
public struct SlotSet: Sendable {
  /// Up to the word of the last slot that was ever in the set.
  private var words: [UInt64] = []
  /// The number of slots.
  public private(set) var count = 0

  public init() {}

  /// Makes a set of these slots.
  public init(_ slots: some Sequence<Int32>) {
    for slot in slots { insert(slot) }
  }

  /// Whether there are none.
  public var isEmpty: Bool { count == 0 }

  /// Whether a slot is in the set.
  public func contains(_ slot: Int32) -> Bool {
    let word = Int(slot >> 6)
    return slot >= 0 && word < words.count && words[word] & Self.bit(of: slot) != 0
  }

  /// Adds a slot. Returns whether it was not in the set.
  @discardableResult
  public mutating func insert(_ slot: Int32) -> Bool {
    guard slot >= 0, !contains(slot) else { return false }
    let word = Int(slot >> 6)
    while words.count <= word { words.append(0) }
    words[word] |= Self.bit(of: slot)
    count += 1
    return true
  }

  /// Takes a slot out, if it is in the set.
  public mutating func remove(_ slot: Int32) {
    guard contains(slot) else { return }
    words[Int(slot >> 6)] &= ~Self.bit(of: slot)
    count -= 1
  }

  /// Adds the slots of another set.
  public mutating func formUnion(_ other: SlotSet) {
    while words.count < other.words.count { words.append(0) }
    for (index, word) in other.words.enumerated() where word != 0 {
      count += (word & ~words[index]).nonzeroBitCount
      words[index] |= word
    }
  }

  /// The slots of both sets.
  public func union(_ other: SlotSet) -> SlotSet {
    var all = self
    all.formUnion(other)
    return all
  }

  /// Takes the slots of another set out.
  public mutating func subtract(_ other: SlotSet) {
    for slot in other { remove(slot) }
  }

  private static func bit(of slot: Int32) -> UInt64 { 1 << UInt64(slot & 63) }
}

extension SlotSet: Sequence {
  /// Goes through the slots in ascending order.
  public struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var index = -1
    /// What is left of the word at `index`.
    private var rest: UInt64 = 0

    fileprivate init(_ words: [UInt64]) { self.words = words }

    public mutating func next() -> Int32? {
      while rest == 0 {
        index += 1
        guard index < words.count else { return nil }
        rest = words[index]
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1  // its lowest bit
      return Int32(truncatingIfNeeded: index << 6 + bit)
    }
  }

  public func makeIterator() -> Iterator { Iterator(words) }

  public var underestimatedCount: Int { count }
}

extension SlotSet: ExpressibleByArrayLiteral {
  public init(arrayLiteral slots: Int32...) { self.init(slots) }
}
