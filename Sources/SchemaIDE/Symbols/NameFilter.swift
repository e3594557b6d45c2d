import SchemaParser

/// Finds the nodes of a block that can name a symbol by kind and bytes alone, so that the few that are
/// left can be read with care.
struct NameFilter {
  /// The kinds of nodes that can name it, as bits.
  private let kinds: UInt64
  private let name: [UInt8]
  /// Whether the name can be a part of a path.
  private let isInPaths: Bool
  /// The kinds of nodes in which nothing names it, as bits.
  private let skipped: UInt64

  init(_ symbol: Symbol, name: String) {
    let kinds: [SyntaxKind] =
      switch symbol {
      case .type, .builtInType, .generator: [.name]
      case .enumValue: [.name, .constant]
      case .field: [.name, .constant, .path]
      case .datasource: [.name, .path]
      case .relation, .constraint, .clientName, .databaseSchema: [.string]
      }
    self.kinds = kinds.reduce(0) { $0 | NameFilter.bit($1) }
    self.name = Array(name.utf8)
    switch symbol {
    case .field, .datasource: isInPaths = true
    default: isInPaths = false
    }
    switch symbol {
    case .type, .builtInType:
      skipped = NameFilter.bit(.attribute) | NameFilter.bit(.blockAttribute)
    default: skipped = 0
    }
  }

  @inline(__always)
  private static func bit(_ kind: SyntaxKind) -> UInt64 {
    // &<<: there are fewer than 64 kinds.
    1 &<< UInt64(truncatingIfNeeded: kind.rawValue)
  }

  /// Names stand at most this deep, with room to spare. A text may nest without limit, and then the
  /// nodes around each name are too many to be handed over.
  private static let depthLimit = 16

  /// Calls `body` for each node that may name the symbol, with the nodes that hold it, the outermost
  /// first, and itself as the last.
  func forEachPath(in block: SyntaxBlock, _ body: ([Int]) -> Void) {
    // Buffers, since a schema can have a million nodes, and each access of a property would count
    // references.
    let nodes = block.nodes
    nodes.withUnsafeBufferPointer { nodes in
      block.bytes.withUnsafeBufferPointer { bytes in
        name.withUnsafeBufferPointer { name in walk(nodes, bytes, name, body) }
      }
    }
  }

  private func walk(
    _ nodes: UnsafeBufferPointer<SyntaxNode>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ name: UnsafeBufferPointer<UInt8>, _ body: ([Int]) -> Void
  ) {
    var open: [Int] = []
    var at = 0
    while at < nodes.count {
      let node = nodes[at]
      let bit = NameFilter.bit(node.kind)
      if bit & skipped != 0 {
        at = node.next
        continue
      }
      if bit & kinds != 0, matches(node, bytes, name) {
        while let last = open.last, nodes[last].next <= at { open.removeLast() }
        if open.count < NameFilter.depthLimit { body(open + [at]) }
      }
      if node.next > at + 1 {
        while let last = open.last, nodes[last].next <= at { open.removeLast() }
        open.append(at)
      }
      at += 1
    }
  }

  private func matches(
    _ node: SyntaxNode, _ bytes: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let range = node.range
    guard range.end <= bytes.count else { return false }
    switch node.kind {
    case .string:
      // With an escape the bytes say nothing.
      return node.flags != 0
        || range.count == name.count + 2 && holds(name, bytes, at: range.start + 1)
    case .constant, .path:
      if range.count == name.count { return holds(name, bytes, at: range.start) }
      guard isInPaths, range.count > name.count else { return false }
      var start = range.start
      var at = start
      while at < range.end {
        if bytes[at] == UInt8(ascii: ".") {
          if at - start == name.count, holds(name, bytes, at: start) { return true }
          start = at + 1
        }
        at += 1
      }
      return start > range.start && at - start == name.count && holds(name, bytes, at: start)
    default:
      return range.count == name.count && holds(name, bytes, at: range.start)
    }
  }

  @inline(__always)
  private func holds(
    _ name: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    for index in 0..<name.count where bytes[start + index] != name[index] { return false }
    return true
  }
}
