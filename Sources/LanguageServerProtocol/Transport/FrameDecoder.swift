import FoundationEssentials

/// Cuts a stream of bytes into the bodies of messages.
///
/// A message is a header, an empty line and a body. The header has lines `Name: value`; of these only
/// `Content-Length` counts. Lines may also end in a lone line feed.
///
/// After a header that can't be read the next one is looked for: the next place that reads
/// `Content-Length:`, wherever it stands. So garbage before a message does not cost the message, even
/// on the same line; only garbage that looks like a header does.
///
/// Source: LSP 3.18, "Base Protocol".
public struct FrameDecoder {
  /// What was found in the stream.
  public enum Frame: Equatable, Sendable {
    /// A whole body.
    case body(Data)
    /// A header that can't be read, reported once until the next good one.
    case malformed(FrameError)
  }

  /// Longer bodies are refused: 512 MiB.
  public static let lengthLimit = 1 << 29
  /// Longer headers are refused.
  static let headerLimit = 4096

  private static let lengthName = Array("content-length".utf8)

  /// What has arrived and is not part of `body`; its first `head` bytes are done with.
  private var buffer: [UInt8] = []
  private var head = 0
  /// The body that is arriving, nil between messages, and the number of its bytes still to come.
  private var body: Data?
  private var missing = 0
  /// Whether the next header has to be looked for.
  private var isLost = false
  private var isReported = false

  public init() {}

  /// Takes bytes as they arrive. All frames must have been taken by ``next()`` before.
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    if body != nil, missing > 0 {
      let part = rest.prefix(missing)
      body?.append(contentsOf: part)
      missing -= part.count
      rest = rest.dropFirst(part.count)
    }
    if head > 0 {
      buffer.removeFirst(head)
      head = 0
    }
    buffer.append(contentsOf: rest)
  }

  /// The next frame, nil when more bytes are needed.
  public mutating func next() -> Frame? {
    while true {
      if let whole = body {
        guard missing == 0 else { return nil }
        body = nil
        return .body(whole)
      }
      if isLost {
        guard findHeader() else { return nil }
      }
      switch header() {
      case .incomplete: return nil
      case .length(let length, let end):
        head = end
        isLost = false
        isReported = false
        startBody(length)
      case .malformed(let error):
        // A step is enough: the search goes on inside what could not be read.
        head = error == .tooLong ? skipHeader() : head + 1
        isLost = true
        if !isReported {
          isReported = true
          return .malformed(error)
        }
      }
    }
  }

  private mutating func startBody(_ length: Int) {
    var body = Data()
    let here = min(length, buffer.count - head)
    body.reserveCapacity(length)  // memory that is not touched costs nothing yet
    body.append(contentsOf: buffer[head..<head + here])
    head += here
    missing = length - here
    self.body = body
  }

  private enum Header {
    case incomplete
    case length(Int, end: Int)
    case malformed(FrameError)
  }

  /// Reads the header at `head`.
  private func header() -> Header {
    var length: Int?
    var line = head
    // No farther than a header can reach: garbage may hold thousands of places that look like one.
    let limit = min(buffer.count, head + Self.headerLimit + 1)
    while let lineEnd = buffer[line..<limit].firstIndex(of: UInt8(ascii: "\n")) {
      var end = lineEnd
      if end > line, buffer[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      if end == line {
        guard let length else { return .malformed(.header) }
        return length > Self.lengthLimit
          ? .malformed(.tooLong) : .length(length, end: lineEnd + 1)
      }
      guard let colon = buffer[line..<end].firstIndex(of: UInt8(ascii: ":")) else {
        return .malformed(.header)
      }
      if buffer[line..<colon].map(lowercased) == Self.lengthName {
        guard let value = number(in: buffer[(colon + 1)..<end]) else { return .malformed(.header) }
        length = value
      }
      line = lineEnd + 1
    }
    return buffer.count - head > Self.headerLimit ? .malformed(.header) : .incomplete
  }

  /// The index behind the empty line of the header at `head`.
  private func skipHeader() -> Int {
    var line = head
    while let lineEnd = buffer[line...].firstIndex(of: UInt8(ascii: "\n")) {
      if lineEnd == line || lineEnd == line + 1 && buffer[line] == UInt8(ascii: "\r") {
        return lineEnd + 1
      }
      line = lineEnd + 1
    }
    return head + 1
  }

  /// Moves `head` to the next `Content-Length:`; if there is none yet, to what could be the
  /// beginning of one.
  private mutating func findHeader() -> Bool {
    let name = Self.lengthName + [UInt8(ascii: ":")]
    while head + name.count <= buffer.count {
      var matched = 0
      while matched < name.count, lowercased(buffer[head + matched]) == name[matched] {
        matched += 1
      }
      if matched == name.count { return true }
      head += 1
    }
    return false
  }

  /// A decimal number with blanks around it; one that is too large becomes `Int.max`.
  private func number(in text: ArraySlice<UInt8>) -> Int? {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let digits = text.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    guard !digits.isEmpty else { return nil }
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      value = overflow || carry || value == .max ? .max : sum
    }
    return value
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

/// What is wrong with a header.
public enum FrameError: Error, Sendable {
  /// It has no length, or a line that can't be read.
  case header
  /// It announces a body of more than ``FrameDecoder/lengthLimit`` bytes.
  case tooLong
}
