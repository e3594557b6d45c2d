import Dispatch
import FoundationEssentials
import LanguageServerProtocol
import SchemaParser
import Synchronization

/// Splits work on much text into parts, which all cores share.
enum Parts {
  /// The least text of a part, in UTF-8 bytes: less is done sooner than another thread has begun.
  private static let leastByteCount = 1 << 14
  private static let coreCount = ProcessInfo.processInfo.activeProcessorCount

  /// The parts that work on so much text is split into: some more than there are cores, since cores may
  /// have other work.
  static func count(byteCount: Int) -> Int {
    max(1, min(byteCount / leastByteCount, 3 * coreCount))
  }

  /// The results of `work` on each of some parts, in their order. Several are worked on at a time.
  static func map<Part: Sendable, Result: Sendable>(
    _ parts: [Part], _ work: @Sendable (Part) -> Result
  ) -> [Result] {
    if parts.count < 2 { return parts.map(work) }
    let results = Mutex([Result?](repeating: nil, count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let result = work(parts[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}

extension Collection where Index == Int {
  /// The collection in `count` slices of about the same length, none empty.
  func slices(_ count: Int) -> [SubSequence] {
    guard count > 1 else { return isEmpty ? [] : [self[...]] }
    let length = (self.count + count - 1) / count
    return stride(from: startIndex, to: endIndex, by: Swift.max(1, length)).map {
      self[$0..<Swift.min(endIndex, $0 + length)]
    }
  }
}

extension SyntaxTree {
  /// All blocks in parts, see ``parts(of:)``.
  var parts: [Range<Int>] { parts(of: blocks.indices) }

  /// Some blocks in stretches of about the same amount of text, in order, as many as
  /// ``Parts/count(byteCount:)`` says or less; none is empty, unless there are no blocks.
  func parts(of blocks: Range<Int>) -> [Range<Int>] {
    let end = blocks.upperBound < starts.count ? starts[blocks.upperBound] : count
    let start = blocks.lowerBound < starts.count ? starts[blocks.lowerBound] : count
    let partCount = Parts.count(byteCount: end - start)
    var parts: [Range<Int>] = []
    var first = blocks.lowerBound
    for number in 1..<partCount {
      // What begins in this part of the text.
      let last = blockIndex(at: start + (end - start) / partCount * number) ?? 0
      if last >= first {
        parts.append(first..<(last + 1))
        first = last + 1
      }
    }
    if first < blocks.upperBound || parts.isEmpty { parts.append(first..<blocks.upperBound) }
    return parts
  }
}

extension JSONWriter {
  /// Writes the elements of an array in parts, several at a time: `write` writes those of one.
  mutating func elements<Part: Sendable>(
    inParts parts: [Part], _ write: @Sendable (Part, inout JSONWriter) -> Void
  ) {
    if let only = parts.first, parts.count == 1 { return write(only, &self) }
    let written = Parts.map(parts) { part in
      var writer = JSONWriter()
      write(part, &writer)
      return writer.bytes
    }
    reserve(written.reduce(0) { $0 + $1.count + 1 })
    for elements in written where !elements.isEmpty { raw(elements) }
  }
}
