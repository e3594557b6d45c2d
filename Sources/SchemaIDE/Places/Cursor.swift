import SchemaModel
import SchemaParser

/// A place in a file, with what stands there in the tree: found once, and asked by every feature.
public struct Cursor: Sendable {
  /// The index in ``Analysis/files``.
  public let file: Int
  /// UTF-8 bytes from the start of the file.
  public let offset: Int
  /// The index of the block in the file's tree.
  public let blockIndex: Int
  /// The block that holds the place.
  public let block: SyntaxBlock
  /// Where the block begins, in UTF-8 bytes from the start of the file.
  public let blockStart: Int
  /// What the block declares, nil when it declares nothing.
  public let declaration: BlockID?
  /// The nodes that hold the place, the outermost first; empty between the nodes. A node also holds
  /// the place behind its last byte, unless another begins there.
  public let nodes: [Syntax]

  /// The place in UTF-8 bytes from the start of the block.
  public var blockOffset: Int { offset - blockStart }
  /// The innermost node at the place, nil between the nodes.
  public var node: Syntax? { nodes.last }
  /// The innermost node of `kind` that holds the place.
  public func innermost(_ kind: SyntaxKind) -> Syntax? { nodes.last { $0.kind == kind } }
  /// A stretch of the block as one of the file.
  public func fileRange(_ range: TextRange) -> FileRange {
    FileRange(file: file, range: range.shifted(by: blockStart))
  }
}

extension Analysis {
  /// What stands at `offset` (UTF-8 bytes from the start of the file, clamped); nil in an empty file,
  /// and when there is no such file.
  public func cursor(at offset: Int, inFile file: Int) -> Cursor? {
    guard files.indices.contains(file) else { return nil }
    let tree = files[file].tree
    let offset = max(0, min(offset, tree.count))
    guard let index = tree.blockIndex(at: offset) else { return nil }
    let block = tree.blocks[index]
    let start = tree.starts[index]
    return Cursor(
      file: file, offset: offset, blockIndex: index, block: block, blockStart: start,
      declaration: files[file].declaration(inBlock: index),
      nodes: block.nodes(holding: offset - start))
  }
}

extension SyntaxBlock {
  /// The nodes that hold `offset` (UTF-8 bytes from the start of the block), the outermost first. Of
  /// two that meet there the later one is taken.
  ///
  /// Walks down the arena: of each level only the siblings before the place are looked at.
  public func nodes(holding offset: Int) -> [Syntax] {
    var path: [Syntax] = []
    var at = 0
    var end = nodes.count
    while at < end {
      // The last sibling that begins at the place or before it.
      var found: Int?
      while at < end, nodes[at].start <= offset {
        if offset <= nodes[at].end { found = at }
        at = nodes[at].next
      }
      guard let found else { break }
      path.append(Syntax(block: self, index: found))
      at = found + 1
      end = nodes[found].next
    }
    return path
  }
}
