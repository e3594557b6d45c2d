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
}

extension ResponseError {
  /// The document is not any more what the request was about.
  static let contentModified = ResponseError(.contentModified, "the document has changed")
}

extension SchemaQuery {
  /// The results of `work` on each of some parts, in their order. Several are worked on at a time; when
  /// the answer is not wanted any more, no further ones are begun.
  func inParts<Part: Sendable, Result: Sendable>(
    _ parts: [Part], _ work: @Sendable (Part) -> Result
  ) throws(ResponseError) -> [Result] {
    if parts.count < 2 { return parts.map(work) }
    let results = Mutex([Result?](repeating: nil, count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      guard interest.isThere else { return }
      let result = work(parts[index])
      results.withLock { $0[index] = result }
    }
    guard interest.isThere else { throw .contentModified }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// An array whose elements are made in parts: `write` writes those of one.
  func elements<Part: Sendable>(
    inParts parts: [Part], _ write: @Sendable (Part, inout JSONWriter) -> Void
  ) throws(ResponseError) -> JSONElements {
    JSONElements(
      parts: try inParts(parts) { part in
        var writer = JSONWriter()
        write(part, &writer)
        return writer.bytes
      })
  }
}

/// A JSON array in parts.
struct JSONElements: JSONWritable, Sendable {
  /// Elements with commas between; none in some parts.
  let parts: [[UInt8]]

  func write(to writer: inout JSONWriter) {
    writer.openArray()
    writer.reserve(parts.reduce(0) { $0 + $1.count + 1 })
    for elements in parts where !elements.isEmpty { writer.raw(elements) }
    writer.closeArray()
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
