/// A JSON array of whole numbers, written while they come: a large schema has a million of them, and an
/// array of the numbers themselves would be larger than its text.
public struct JSONNumbers: Hashable, Sendable {
  /// The numbers in decimal with commas between.
  private var text: [UInt8] = []

  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { text.isEmpty }

  /// The length of the text, in bytes.
  public var byteCount: Int { text.count }

  /// The numbers with others in place of those that stand in a stretch of the text: bytes, clamped, from
  /// behind a number or the beginning up to behind a number.
  public func replacing(_ range: Range<Int>, by new: JSONNumbers) -> JSONNumbers {
    let range = range.clamped(to: text.startIndex..<text.endIndex)
    var result = JSONNumbers()
    result.reserve(text.count - range.count + new.text.count + 1)
    result.text += text[..<range.lowerBound]
    result.append(new)
    let rest = text[range.upperBound...]
    result.text += result.isEmpty && rest.first == UInt8(ascii: ",") ? rest.dropFirst() : rest
    return result
  }

  /// Adds the numbers of another array.
  public mutating func append(_ other: JSONNumbers) {
    if !isEmpty, !other.isEmpty { text.append(UInt8(ascii: ",")) }
    text += other.text
  }

  /// Makes room for so many more bytes of text.
  public mutating func reserve(_ count: Int) { text.reserveCapacity(text.count + count) }

  /// Adds numbers.
  public mutating func append(_ numbers: [UInt32]) {
    // Filled from its end, like each number, and so from the last number of a part to its first.
    let partCount = 1024
    withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: min(partCount, numbers.count) * (Self.numberLength + 1)
    ) { part in
      for first in stride(from: 0, to: numbers.count, by: partCount) {
        var at = part.count
        for index in stride(from: min(first + partCount, numbers.count) - 1, through: first, by: -1)
        {
          at = Self.write(numbers[index], before: at, of: part)
          if index > 0 || !text.isEmpty {
            at -= 1
            part[at] = UInt8(ascii: ",")
          }
        }
        text.append(contentsOf: part[at...])
      }
    }
  }

  /// The most digits of a `UInt32`.
  private static let numberLength = 10

  /// Writes a number so that it ends before `end`; returns where it begins.
  @inline(__always)
  private static func write(
    _ number: UInt32, before end: Int, of buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var rest = number
    var at = end
    repeat {
      at -= 1
      buffer[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    return at
  }
}

extension JSONNumbers: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openArray()
    if !text.isEmpty { writer.raw(text) }
    writer.closeArray()
  }
}
