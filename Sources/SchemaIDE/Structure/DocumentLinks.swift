import SchemaModel
import SchemaParser

/// A stretch of a file that leads somewhere.
public struct DocumentLink: Hashable, Sendable {
  /// Where it leads to.
  public enum Target: Hashable, Sendable {
    /// An address that stands in a comment.
    case address(String)
    /// The page of a rule that a comment silences.
    case rule(String)
    /// What a generator writes, as the path is written: from the folder of the file.
    case output(String)
  }

  /// The stretch, in UTF-8 bytes from the start of the file.
  public let range: TextRange
  /// Where it leads to.
  public let target: Target
}

extension Analysis {
  /// What leads somewhere in a file, in text order: addresses in comments, the rules that
  /// `prisma-lsp-ignore` names, and the `output` of generators.
  public func documentLinks(ofFile file: Int) -> [DocumentLink] {
    guard files.indices.contains(file) else { return [] }
    let tree = files[file].tree
    var links: [DocumentLink] = []
    for (block, start) in zip(tree.blocks, tree.starts) {
      guard block.mayHoldComments && block.mayLead || block.generator != nil else { continue }
      var scan = LinkScan(block: block, start: start)
      scan.run()
      links += scan.links
    }
    return links
  }
}

extension SyntaxBlock {
  /// The generator that is declared here.
  fileprivate var generator: Syntax? {
    guard let declaration, nodes[declaration].kind == .generator else { return nil }
    return Syntax(block: self, index: declaration)
  }
}

extension SyntaxBlock {
  /// Whether there is a `://` or a `// prisma-lsp-ignore` in the text: in nearly no block, and the text is
  /// shorter than the nodes.
  fileprivate var mayLead: Bool {
    bytes.withUnsafeBytes { bytes in
      let slashes: UInt64 = 0x2F2F_2F2F_2F2F_2F2F
      var at = 0
      while at < bytes.count {
        if at + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) ^ slashes
          // A byte that is 0 sets its high bit; borrows can only add hits behind a true one.
          if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 == 0 {
            at += 8
            continue
          }
        }
        let end = min(at + 8, bytes.count)
        while at < end {
          if bytes[at] == UInt8(ascii: "/") {
            if at > 0, bytes[at - 1] == UInt8(ascii: ":") { return true }
            if LinkScan.beginsWithMarker(bytes[at...]) { return true }
          }
          at += 1
        }
      }
      return false
    }
  }
}

/// Finds the links of a block.
private struct LinkScan {
  let block: SyntaxBlock
  /// Where the block begins, from the start of the file.
  let start: Int
  private(set) var links: [DocumentLink] = []

  init(block: SyntaxBlock, start: Int) {
    self.block = block
    self.start = start
  }

  mutating func run() {
    block.bytes.withUnsafeBufferPointer { bytes in
      block.nodes.withUnsafeBufferPointer { nodes in
        for node in nodes where node.kind.isComment {
          addAddresses(in: node.range, bytes)
          if node.kind != .blockComment { addRules(in: node.range, bytes) }
        }
      }
    }
    if let generator = block.generator { addOutput(of: generator) }
  }

  private mutating func add(_ low: Int, _ high: Int, _ target: DocumentLink.Target) {
    links.append(DocumentLink(range: TextRange(start + low, start + high), target: target))
  }

  private func text(_ low: Int, _ high: Int) -> String { block.text(TextRange(low, high)) }

  // MARK: Comments

  /// `http://…` and `https://…` up to a blank, a quote or a closing bracket that nothing opened, without
  /// the punctuation behind.
  private mutating func addAddresses(in range: TextRange, _ bytes: UnsafeBufferPointer<UInt8>) {
    let end = min(range.end, bytes.count)
    var at = range.start
    while at + 7 < end {
      guard bytes[at] == UInt8(ascii: "h"), let length = Self.scheme(bytes[at..<end]) else {
        at += 1
        continue
      }
      var last = at + length
      var open = 0
      scan: while last < end {
        switch bytes[last] {
        case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
          UInt8(ascii: "`"):
          break scan
        case UInt8(ascii: "("): open += 1
        case UInt8(ascii: ")"):
          if open == 0 { break scan }
          open -= 1
        default: break
        }
        last += 1
      }
      while last > at + length, Self.isPunctuation(bytes[last - 1]) { last -= 1 }
      if last > at + length { add(at, last, .address(text(at, last))) }
      at = max(last, at + 1)
    }
  }

  /// The length of `https://` or `http://` at the start of `bytes`, nil when neither is there.
  private static func scheme(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    ["https://", "http://"].first { bytes.starts(with: $0.utf8) }?.utf8.count
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    ".,;:!?'*".utf8.contains(byte)
  }

  private static let marker = "prisma-lsp-ignore"

  /// Whether the marker stands behind slashes and blanks.
  static func beginsWithMarker(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.drop { $0 == UInt8(ascii: "/") || isBlank($0) }.starts(with: marker.utf8)
  }

  /// `prisma-lsp-ignore rule, rule: reason`
  private mutating func addRules(in range: TextRange, _ bytes: UnsafeBufferPointer<UInt8>) {
    let end = min(range.end, bytes.count)
    var at = range.start
    while at < end, bytes[at] == UInt8(ascii: "/") || Self.isBlank(bytes[at]) { at += 1 }
    guard bytes[at..<end].starts(with: Self.marker.utf8) else { return }
    at += Self.marker.utf8.count
    while at < end {
      if Self.isBlank(bytes[at]) || bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      let low = at
      while at < end, Self.isRuleByte(bytes[at]) { at += 1 }
      if at == low { return }
      add(low, at, .rule(text(low, at)))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isRuleByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  // MARK: Generators

  private mutating func addOutput(of generator: Syntax) {
    for member in generator.children {
      guard let property = PropertySyntax(member), property.name?.text == "output",
        let value = property.value, let path = value.stringValue, !path.isEmpty
      else { continue }
      add(value.range.start + 1, value.range.end - 1, .output(path))
    }
    links.sort { $0.range.start < $1.range.start }
  }
}
