import SchemaParser

/// Finds the nodes of a block that can name a symbol by kind and bytes alone, so that the few that are
/// left can be read with care.
struct NameFilter {
  /// The kinds of nodes that can name it, as bits.
  private let kinds: UInt64
  private let name: [UInt8]
  /// Whether the name can be a part of a path.
  private let isInPaths: Bool
  /// Whether nothing in an attribute names it.
  private let skipsAttributes: Bool

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
    case .type, .builtInType: skipsAttributes = true
    default: skipsAttributes = false
    }
  }

  private static func bit(_ kind: SyntaxKind) -> UInt64 { 1 << UInt64(kind.rawValue) }

  /// Calls `body` for each node that may name the symbol, with the nodes that hold it, the outermost
  /// first, and itself as the last.
  func forEachPath(in block: SyntaxBlock, _ body: ([Int]) -> Void) {
    block.bytes.withUnsafeBufferPointer { bytes in
      var open: [Int] = []
      var at = 0
      while at < block.nodes.count {
        let node = block.nodes[at]
        if skipsAttributes, node.kind == .attribute || node.kind == .blockAttribute {
          at = node.next
          continue
        }
        if kinds & NameFilter.bit(node.kind) != 0, matches(node, bytes) {
          while let last = open.last, block.nodes[last].next <= at { open.removeLast() }
          body(open + [at])
        }
        if node.next > at + 1 {
          while let last = open.last, block.nodes[last].next <= at { open.removeLast() }
          open.append(at)
        }
        at += 1
      }
    }
  }

  private func matches(_ node: SyntaxNode, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = node.range
    guard range.end <= bytes.count else { return false }
    switch node.kind {
    case .string:
      // With an escape the bytes say nothing.
      return node.flags != 0
        || range.count == name.count + 2 && holdsName(bytes, at: range.start + 1)
    case .constant, .path:
      if range.count == name.count { return holdsName(bytes, at: range.start) }
      guard isInPaths, range.count > name.count else { return false }
      var start = range.start
      for at in range.start...range.end
      where at == range.end || bytes[at] == UInt8(ascii: ".") {
        if at - start == name.count, holdsName(bytes, at: start) { return true }
        start = at + 1
      }
      return false
    default:
      return range.count == name.count && holdsName(bytes, at: range.start)
    }
  }

  @inline(__always)
  private func holdsName(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for (index, byte) in name.enumerated() where bytes[start + index] != byte { return false }
    return true
  }
}
