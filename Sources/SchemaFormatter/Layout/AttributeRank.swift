import SchemaParser

/// The order of attributes: ranks from 0, by name; attributes of the same rank keep their order.
enum AttributeRank {
  /// The rank of the attributes that have no place of their own: native types, unknown ones.
  private static let other = 9

  /// The rank of the attribute or block attribute at `index`.
  static func of(attributeAt index: Int, in source: Source) -> Int {
    guard index + 1 < source.nodes[index].next else { return other }
    let path = source.nodes[index + 1]
    func rank(_ word: StaticString, _ rank: Int) -> Int {
      source.text(of: path, is: word) ? rank : other
    }
    switch path.end - path.start {
    case 2: return rank("id", 0)
    case 3: return rank("map", 6)
    case 5: return rank("index", 4)
    case 6: return min(rank("unique", 1), rank("ignore", 8))
    case 7: return rank("default", 2)
    case 8: return min(rank("fulltext", 5), rank("relation", 7))
    case 9: return rank("updatedAt", 3)
    default: return other
    }
  }

  /// The passes over a run of attributes which write them in order: there are few ranks, so a pass
  /// for each of them that occurs is linear, stable and needs no memory. Attributes that are in
  /// order already take a single pass.
  struct Ordering {
    private var present: UInt16 = 0
    private var highest = 0
    private var isSorted = true

    /// Takes note of the next attribute of the run.
    mutating func insert(_ rank: Int) {
      present |= 1 << UInt16(truncatingIfNeeded: rank)
      if rank < highest { isSorted = false }
      highest = max(highest, rank)
    }

    /// The rank to be written in the next pass; an inner nil stands for all of them, the outer one for the
    /// end.
    mutating func next() -> Int?? {
      guard present != 0 else { return nil }
      if isSorted {
        present = 0
        return .some(nil)
      }
      let rank = present.trailingZeroBitCount
      present &= present - 1
      return .some(rank)
    }
  }
}

extension AttributeSyntax {
  /// Where the canonical layout puts the attribute among its neighbours: they ascend, and those of one
  /// rank stay in order.
  public var layoutRank: Int {
    syntax.block.bytes.withUnsafeBufferPointer { bytes in
      syntax.block.nodes.withUnsafeBufferPointer { nodes in
        AttributeRank.of(attributeAt: syntax.index, in: Source(bytes: bytes, nodes: nodes))
      }
    }
  }
}
