/// One node of a block's arena.
///
/// The arena holds the nodes of a block in pre-order, so the first child of the node at `index`
/// stands at `index + 1` (if `next` is larger than that), and its next sibling at `next`. All
/// offsets are UTF-8 bytes from the start of the block, half-open.
@frozen public struct SyntaxNode: Hashable, Sendable {
  /// What the node is.
  public let kind: SyntaxKind
  /// A detail that depends on the kind, see ``SyntaxKind``; else 0.
  public internal(set) var flags: UInt8
  @usableFromInline var storedStart: UInt32
  @usableFromInline var storedEnd: UInt32
  @usableFromInline var storedNext: UInt32

  /// The bytes it covers, from the start of its block.
  @inlinable @inline(__always) public var range: TextRange {
    TextRange(Int(storedStart), Int(storedEnd))
  }
  /// The offset of its first byte, from the start of its block.
  @inlinable @inline(__always) public var start: Int { Int(storedStart) }
  /// The offset behind its last byte, from the start of its block.
  @inlinable @inline(__always) public var end: Int { Int(storedEnd) }
  /// The index behind the last node of its subtree: the next sibling, if the parent has one.
  @inlinable @inline(__always) public var next: Int { Int(storedNext) }

  init(kind: SyntaxKind, flags: UInt8 = 0, start: Int, end: Int, next: Int) {
    self.kind = kind
    self.flags = flags
    storedStart = UInt32(truncatingIfNeeded: start)
    storedEnd = UInt32(truncatingIfNeeded: end)
    storedNext = UInt32(truncatingIfNeeded: next)
  }
}
