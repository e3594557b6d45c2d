import SchemaParser

/// The canonical layout of a file in pieces, from one item at the top level to the next: so that a part of a
/// file can be laid out, and most pieces be seen to be what they shall be without being kept.
public struct BlockLayout {
  /// What stands between the ends of two items at the top level.
  public struct Piece {
    /// Where it stands, in UTF-8 bytes from the start of the file.
    public let range: TextRange
    /// What shall stand there, with `\n` for line ends.
    public let text: [UInt8]
    /// Whether it stands there already.
    public let isThere: Bool
  }

  private let tree: SyntaxTree
  private var layout: Layout
  /// The index of the next block.
  private var index: Int
  /// The block that holds ``end``.
  private var endBlock: Int
  /// Where the last item before the next block ends, in UTF-8 bytes from the start of the file.
  private var end = 0

  /// Begins behind the last item before a block.
  ///
  /// - Parameter first: the index of a block, or behind the last one.
  public init(of tree: SyntaxTree, from first: Int, _ options: FormatOptions) {
    self.tree = tree
    layout = Layout(options: options, capacity: 0)
    index = min(max(0, first), tree.blocks.count)
    // What is to be known of the text before is the last item that is no comment, and what stands behind.
    var first = index
    while first > 0 {
      first -= 1
      if tree.blocks[first].settlesLayout { break }
    }
    endBlock = first
    for before in first..<index { pass(before) }
  }

  private mutating func pass(_ block: Int) {
    layout.pass(tree.blocks[block])
    guard let lastEnd = layout.lastEnd else { return }
    endBlock = block
    end = tree.starts[block] + lastEnd
  }

  /// Lays out the next block; nil when it holds no item, or there is none.
  public mutating func next() -> Piece? {
    guard index < tree.blocks.count else { return nil }
    let block = tree.blocks[index]
    layout.output.removeAll(keepingCapacity: true)
    layout.write(block)
    defer { index += 1 }
    guard let lastEnd = layout.lastEnd else { return nil }
    let range = TextRange(end, tree.starts[index] + lastEnd)
    let isThere = tree.holds(layout.output, at: range, from: endBlock)
    endBlock = index
    end = range.end
    return Piece(range: range, text: isThere ? [] : layout.output, isThere: isThere)
  }

  /// What stands behind the last item of the file. All blocks have to be laid out.
  public var last: Piece {
    let range = TextRange(end, tree.count)
    let text = [UInt8(ascii: "\n")]
    return Piece(range: range, text: text, isThere: tree.holds(text, at: range, from: endBlock))
  }
}

extension SyntaxBlock {
  /// Whether the layout of what stands behind does not depend on what stands before: that depends on nothing
  /// further back than the last item that is no comment.
  public var settlesLayout: Bool {
    var index = 0
    while index < nodes.count {
      if !nodes[index].kind.isComment { return true }
      index = nodes[index].next
    }
    return false
  }
}

extension SyntaxTree {
  /// Whether `text` is what stands at `range`, which begins in the block at `first`.
  fileprivate func holds(_ text: [UInt8], at range: TextRange, from first: Int) -> Bool {
    guard text.count == range.count else { return false }
    return text.withUnsafeBufferPointer { text in
      var index = first
      var done = 0
      while done < text.count, index < blocks.count {
        let isSame = blocks[index].bytes.withUnsafeBufferPointer { bytes in
          let low = min(max(0, range.start + done - starts[index]), bytes.count)
          let count = min(bytes.count - low, text.count - done)
          defer { done += count }
          return bytes[low..<(low + count)].elementsEqual(text[done..<(done + count)])
        }
        if !isSame { return false }
        index += 1
      }
      return done == text.count
    }
  }
}
