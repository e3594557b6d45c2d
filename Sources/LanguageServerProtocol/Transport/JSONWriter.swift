import FoundationEssentials

/// Writes JSON.
///
/// `JSONEncoder` needs some 4 µs for a diagnostic, and a broken schema has hundreds of them, so they
/// are written by hand (`DiagnosticWriting.swift`); what is rare goes through the encoder.
package struct JSONWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []
  /// Whether a comma has to stand before the next member or element.
  private var needsComma = false

  package init() {}

  /// Makes room for so many more bytes: what is large grows slowly, since each new page of memory has to
  /// be asked for.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Begins an object.
  package mutating func openObject() { open(UInt8(ascii: "{")) }
  /// Ends an object.
  package mutating func closeObject() { close(UInt8(ascii: "}")) }
  /// Begins an array.
  package mutating func openArray() { open(UInt8(ascii: "[")) }
  /// Ends an array.
  package mutating func closeArray() { close(UInt8(ascii: "]")) }

  /// Writes the name of a member. Its value has to follow.
  package mutating func name(_ name: StaticString) {
    let needsComma = needsComma
    append(name.utf8CodeUnitCount + 4) { part in
      if needsComma { part.byte(UInt8(ascii: ",")) }
      part.byte(UInt8(ascii: "\""))
      part.literal(name)
      part.literal("\":")
    }
    self.needsComma = false
  }

  /// Writes the name of a member that is known at run time only. Its value has to follow.
  package mutating func name(dynamic name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes null.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Writes a whole number.
  package mutating func value(_ number: Int) {
    packed(JSONPart.numberLength) { $0.number(number) }
  }

  /// Writes a value that is put together from parts.
  ///
  /// - Parameter capacity: the most bytes that it can have; what goes beyond is left out.
  @inline(__always)
  package mutating func packed(_ capacity: Int, _ fill: (inout JSONPart) -> Void) {
    let needsComma = needsComma
    append(capacity + 1) { part in
      if needsComma { part.byte(UInt8(ascii: ",")) }
      fill(&part)
    }
    self.needsComma = true
  }

  @inline(__always)
  private mutating func append(_ capacity: Int, _ fill: (inout JSONPart) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      var part = JSONPart(buffer)
      fill(&part)
      bytes.append(contentsOf: part.written)
    }
  }

  /// Writes an array of whole numbers, of which there may be a million.
  package mutating func numbers(_ numbers: [UInt32]) {
    openArray()
    // Filled from its end, like each number, and so from the last number of a part to its first.
    let partCount = 1024
    withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: partCount * (Self.numberLength + 1)
    ) { part in
      for first in stride(from: 0, to: numbers.count, by: partCount) {
        var at = part.count
        for index in stride(from: min(first + partCount, numbers.count) - 1, through: first, by: -1)
        {
          at = Self.write(numbers[index], before: at, of: part)
          if index > 0 {
            at -= 1
            part[at] = UInt8(ascii: ",")
          }
        }
        bytes.append(contentsOf: part[at...])
      }
    }
    closeArray()
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

  /// Writes a string.
  package mutating func value(_ string: String) {
    var string = string
    string.withUTF8 { text in
      let isPlain = text.count <= 128 && !text.contains(where: Self.mustEscape)
      if isPlain {
        packed(text.count + 2) { part in
          part.byte(UInt8(ascii: "\""))
          part.copy(text)
          part.byte(UInt8(ascii: "\""))
        }
      } else {
        escaped(text)
      }
    }
  }

  /// Writes a stretch of a text in UTF-8 as a string, with replacement characters where it is not UTF-8.
  package mutating func value(utf8 text: UnsafeBufferPointer<UInt8>) {
    let isPlain =
      text.count <= 128 && !text.contains { $0 >= 0x7F || Self.mustEscape($0) }
    if isPlain {
      packed(text.count + 2) { part in
        part.byte(UInt8(ascii: "\""))
        part.copy(text)
        part.byte(UInt8(ascii: "\""))
      }
    } else {
      value(String(decoding: text, as: UTF8.self))
    }
  }

  private static func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var clean = 0  // the start of what is copied as it is
    for (index, byte) in text.enumerated() where Self.mustEscape(byte) {
      bytes.append(contentsOf: text[clean..<index])
      escape(byte)
      clean = index + 1
    }
    bytes.append(contentsOf: text[clean...])
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes JSON that was made before.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Writes what `JSONEncoder` makes of a value; null when it can't.
  package mutating func encoded(_ value: some Encodable) {
    guard let data = try? JSONEncoder().encode(value) else { return null() }
    separate()
    bytes.append(contentsOf: data)
    needsComma = true
  }

  /// Writes a truth value.
  package mutating func value(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes a member of an object unless there is no value.
  package mutating func member(ifPresent name: StaticString, _ value: (some JSONWritable)?) {
    if let value { member(name, value) }
  }

  /// Writes a member of an object.
  package mutating func member(_ name: StaticString, _ value: some JSONWritable) {
    self.name(name)
    value.write(to: &self)
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      bytes.append(contentsOf: (byte < 16 ? "u000" : "u00").utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}

/// A value that can be written as JSON: by `JSONEncoder`, unless it does so itself.
///
/// Which of the two is known when the program is built: asking a value at run time whether it
/// conforms searches all conformances of the program, a million instructions at the first time.
package protocol JSONWritable: SendableMetatype {
  /// Writes the value.
  func write(to writer: inout JSONWriter)
}

extension JSONWritable where Self: Encodable {
  package func write(to writer: inout JSONWriter) { writer.encoded(self) }
}

extension JSONWritable {
  /// The value as JSON.
  package var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }
}

/// JSON that was made before.
package struct RawJSON: JSONWritable, Hashable, Sendable {
  /// One JSON value.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package func write(to writer: inout JSONWriter) { writer.raw(bytes) }
}

extension String: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Int: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Bool: JSONWritable {
  package func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension JSONValue: JSONWritable {}
extension ResponseError: JSONWritable {}
extension InitializeResult: JSONWritable {}
extension LogTraceParams: JSONWritable {}
extension LogMessageParams: JSONWritable {}
extension ConfigurationParams: JSONWritable {}
extension RegistrationParams: JSONWritable {}
extension WorkDoneProgressCreateParams: JSONWritable {}
extension ProgressParams: JSONWritable {}
extension ShowDocumentParams: JSONWritable {}
extension ShowMessageParams: JSONWritable {}
extension TextDocumentContentRefreshParams: JSONWritable {}

extension Array: JSONWritable where Element: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openArray()
    for element in self { element.write(to: &writer) }
    writer.closeArray()
  }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.null() }
  }
}
