/// A stretch of a file with its nodes: one declaration with the comments and blank lines before it,
/// or a run of lines that belong to no declaration.
///
/// Blocks are immutable and shared between the trees of successive texts, so two trees hold the same
/// stretch if they hold the same object. A block holds its own bytes, and all its offsets count
/// from its own start: an edit elsewhere leaves it as it is.
public final class SyntaxBlock: Sendable {
  /// The text, UTF-8 as it came: it may hold anything, NUL and invalid sequences too.
  public let bytes: [UInt8]
  /// The arena, in pre-order; several nodes can stand at the top.
  public let nodes: [SyntaxNode]
  /// The errors, sorted by start.
  public let errors: [SyntaxError]
  /// The offsets behind each line end (`\n`, `\r\n` or a lone `\r`), ascending.
  public let lineStarts: [UInt32]
  /// The index of the declaration's node, nil when the block holds none.
  public let declaration: Int?
  /// False only when none of the nodes is a comment: most blocks need not be searched for them.
  public let mayHoldComments: Bool
  /// Whether the parse would differ with another text behind the block, however far: an opening
  /// line or comment without an end was found here.
  let dependsOnRest: Bool

  init(
    bytes: [UInt8], nodes: [SyntaxNode], errors: [SyntaxError], lineStarts: [UInt32],
    declaration: Int?, mayHoldComments: Bool, dependsOnRest: Bool
  ) {
    self.bytes = bytes
    self.nodes = nodes
    self.errors = errors
    self.lineStarts = lineStarts
    self.declaration = declaration
    self.mayHoldComments = mayHoldComments
    self.dependsOnRest = dependsOnRest
  }

  /// The text of `range` (UTF-8 bytes from the start of the block, clamped), with replacement
  /// characters where it is not UTF-8.
  public func text(_ range: TextRange) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      let high = min(range.end, bytes.count)
      let low = min(range.start, high)
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[low..<high]), as: UTF8.self)
    }
  }

  /// The nodes at the top of the arena, in text order.
  public var roots: Syntax.Siblings { Syntax.Siblings(block: self, index: 0, end: nodes.count) }
}

extension SyntaxBlock {
  /// The numbers of blocks that are the same objects at the beginning and at the end of both.
  public static func sameEnds(
    _ old: [SyntaxBlock], _ new: [SyntaxBlock]
  ) -> (prefix: Int, suffix: Int) {
    let shorter = min(old.count, new.count)
    var prefix = 0
    while prefix < shorter, old[prefix] === new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shorter - prefix, old[old.count - 1 - suffix] === new[new.count - 1 - suffix] {
      suffix += 1
    }
    return (prefix, suffix)
  }
}

/// A node together with its block: the base of the typed views in `AST/`.
public struct Syntax: Sendable {
  /// The block that holds it.
  public let block: SyntaxBlock
  /// Its index in the block's arena.
  public let index: Int

  public init(block: SyntaxBlock, index: Int) {
    self.block = block
    self.index = index
  }

  /// The node itself.
  public var node: SyntaxNode { block.nodes[index] }
  /// What it is.
  public var kind: SyntaxKind { block.nodes[index].kind }
  /// Its bytes, from the start of the block.
  public var range: TextRange { block.nodes[index].range }
  /// Its text.
  public var text: String { block.text(range) }
  /// Its children, in text order.
  public var children: Siblings {
    Siblings(block: block, index: index + 1, end: block.nodes[index].next)
  }

  /// Its first child of `kind`.
  public func first(_ kind: SyntaxKind) -> Syntax? {
    var at = index + 1
    let end = block.nodes[index].next
    while at < end {
      let node = block.nodes[at]
      if node.kind == kind { return Syntax(block: block, index: at) }
      at = node.next
    }
    return nil
  }

  /// A run of siblings, in text order.
  public struct Siblings: Sequence, IteratorProtocol, Sendable {
    let block: SyntaxBlock
    var index: Int
    let end: Int

    public mutating func next() -> Syntax? {
      guard index < end else { return nil }
      defer { index = block.nodes[index].next }
      return Syntax(block: block, index: index)
    }
  }
}

extension Syntax: Equatable {
  public static func == (left: Syntax, right: Syntax) -> Bool {
    left.block === right.block && left.index == right.index
  }
}
