import SchemaModel
import SchemaParser

/// What someone looks for in the symbols of a workspace.
///
/// A name fits when it holds the letters in their order, in any case. With a dot, what stands before
/// is looked for in the name of the declaration, and what stands behind in those of its members.
public struct SymbolSearch: Sendable {
  /// A name that fits.
  public struct Match: Sendable {
    /// How well: the more the better.
    public let score: Int
    /// The index in ``Analysis/files``.
    public let file: Int
    /// The index of the block in the file's tree.
    public let block: Int
    /// What has the name.
    public let kind: BlockSymbol.Kind
    /// The name, in UTF-8 bytes from the start of the block.
    public let nameRange: TextRange
    /// The name of the declaration that a member belongs to, likewise; nil for a declaration.
    public let containerRange: TextRange?
  }

  /// In lower case.
  private let container: [UInt8]
  private let name: [UInt8]
  private let wantsMembersOnly: Bool

  public init(_ query: String) {
    let bytes = query.utf8.filter { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "\"") }
      .map(lowercased)
    if let dot = bytes.lastIndex(of: UInt8(ascii: ".")) {
      container = Array(bytes[..<dot])
      name = Array(bytes[(dot + 1)...])
      wantsMembersOnly = true
    } else {
      container = []
      name = bytes
      wantsMembersOnly = false
    }
  }

  /// Whether each declaration fits as well as any other.
  fileprivate var fitsAll: Bool { name.isEmpty && !wantsMembersOnly }

  /// Calls `found` for the names of a declaration that fit.
  fileprivate func search(
    _ block: SyntaxBlock, _ declaration: Int,
    _ found: (Int, BlockSymbol.Kind, TextRange, TextRange?) -> Void
  ) {
    block.bytes.withUnsafeBufferPointer { bytes in
      block.nodes.withUnsafeBufferPointer { nodes in
        guard declaration + 1 < nodes.count, nodes[declaration + 1].kind == .name,
          let kind = BlockSymbol.Kind(nodes[declaration].kind)
        else { return }
        let own = nodes[declaration + 1].range
        if wantsMembersOnly {
          guard fuzzyScore(of: bytes.part(own), for: container) != nil else { return }
        } else if let score = fuzzyScore(of: bytes.part(own), for: name) {
          // Before members that fit as well.
          found(score + 1, kind, own, nil)
        }
        if fitsAll { return }
        if kind == .datasource || kind == .generator { return }
        // All nodes, since going from member to member waits for memory at each step.
        let end = min(nodes[declaration].next, nodes.count) - 1
        for at in stride(from: declaration + 2, to: end, by: 1) {
          let node = nodes[at]
          if node.kind == .field || node.kind == .enumValue, nodes[at + 1].kind == .name {
            let range = nodes[at + 1].range
            if let score = fuzzyScore(of: bytes.part(range), for: name) {
              found(score, node.kind == .field ? .field : .enumValue, range, own)
            }
          }
        }
      }
    }
  }
}

extension Analysis {
  /// The declarations and members in some blocks of a file whose names fit, the best first; of equal ones
  /// those that come first in the file.
  ///
  /// - Parameters:
  ///   - blocks: indexes of the blocks in the file's tree.
  ///   - limit: the most that are wanted.
  public func symbols(
    matching search: SymbolSearch, limit: Int, inFile file: Int, _ blocks: Range<Int>
  ) -> [SymbolSearch.Match] {
    guard files.indices.contains(file) else { return [] }
    let tree = files[file].tree
    var found = BestMatches(limit: limit)
    for index in blocks.clamped(to: tree.blocks.indices) {
      let block = tree.blocks[index]
      guard let declaration = block.declaration else { continue }
      if search.fitsAll && found.isFull { break }
      search.search(block, declaration) { score, kind, name, container in
        found.add(
          SymbolSearch.Match(
            score: score, file: file, block: index, kind: kind, nameRange: name,
            containerRange: container))
      }
    }
    return found.sorted
  }
}

/// Keeps the best of many matches without keeping all.
private struct BestMatches {
  let limit: Int
  private var kept: [SymbolSearch.Match] = []
  /// What has to be surpassed once there are enough.
  private var bar = Int.min

  init(limit: Int) { self.limit = max(1, limit) }

  var isFull: Bool { kept.count >= limit }

  mutating func add(_ match: SymbolSearch.Match) {
    guard match.score > bar else { return }
    kept.append(match)
    if kept.count >= 2 * limit { shorten() }
  }

  /// The best first.
  var sorted: [SymbolSearch.Match] {
    var copy = self
    copy.shorten()
    return copy.kept
  }

  private mutating func shorten() {
    // Stable, so that those of one score stay in the order of the schema.
    kept.sort { $0.score > $1.score }
    if kept.count > limit { kept.removeSubrange(limit...) }
    if kept.count == limit, let last = kept.last { bar = last.score }
  }
}

/// How well a name fits what was typed, nil when it does not hold its letters in their order.
///
/// Whole names come first, then beginnings, then what begins a word inside (`rd` in `userRole` does
/// not, `ro` does), then what stands in one piece, then the rest. Short names come before long ones.
///
/// - Parameter query: in lower case.
func fuzzyScore(of name: UnsafeBufferPointer<UInt8>, for query: [UInt8]) -> Int? {
  guard query.count <= name.count else { return nil }
  if query.isEmpty { return 0 }
  // Nearly all names fail here.
  let holdsAll = query.withUnsafeBufferPointer { query in
    var matched = 0
    for byte in name where lowercased(byte) == query[matched] {
      matched += 1
      if matched == query.count { return true }
    }
    return false
  }
  guard holdsAll else { return nil }
  let brevity = max(0, 100 - name.count)
  var best = 0
  var start = name.startIndex
  let last = name.endIndex - query.count
  while start <= last {
    if isBegun(query, at: start, in: name) {
      let isWhole = query.count == name.count
      let isWord = isWordStart(start, in: name)
      let score = isWhole ? 4000 : start == name.startIndex ? 3000 : isWord ? 2000 : 1500
      best = max(best, score)
      if best >= 2000 { break }
    }
    start += 1
  }
  if best == 0 {
    // The first letters of words, as `ur` for `userRole`; of other letters those that begin a word count.
    var initials = 0
    var at = 0
    for index in name.indices {
      let byte = lowercased(name[index])
      let isWord = isWordStart(index, in: name)
      if isWord, initials < query.count, byte == query[initials] { initials += 1 }
      if at < query.count, byte == query[at] {
        at += 1
        if isWord { best += 50 }
      }
    }
    best = initials == query.count ? 1200 : min(best, 1000)
  }
  return best + brevity
}

private func isBegun(
  _ query: [UInt8], at start: Int, in name: UnsafeBufferPointer<UInt8>
) -> Bool {
  for offset in 0..<query.count where lowercased(name[start + offset]) != query[offset] {
    return false
  }
  return true
}

/// Whether a word begins inside a name: behind `_` or `-`, or with a capital behind a small letter.
private func isWordStart(_ index: Int, in name: UnsafeBufferPointer<UInt8>) -> Bool {
  guard index > name.startIndex else { return true }
  let before = name[index - 1]
  return before == UInt8(ascii: "_") || before == UInt8(ascii: "-")
    || isCapital(name[index]) && !isCapital(before)
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a range, which is clamped.
  fileprivate func part(_ range: TextRange) -> UnsafeBufferPointer<UInt8> {
    let end = Swift.min(range.end, count)
    return UnsafeBufferPointer(rebasing: self[Swift.min(range.start, end)..<end])
  }
}

@inline(__always)
private func isCapital(_ byte: UInt8) -> Bool {
  // &-: what is less than `A` becomes a large number.
  byte &- UInt8(ascii: "A") < 26
}

@inline(__always)
private func lowercased(_ byte: UInt8) -> UInt8 {
  byte | (isCapital(byte) ? 0x20 : 0)
}
