/// Writes JSON.
///
/// `JSONEncoder` needs some 4 µs for a diagnostic, and a broken schema has hundreds of them. For a type
/// that it meets for the first time it looks through all conformances of the program, some 200,000
/// instructions; so the few messages of a server that has just begun took longer than all else. What
/// is written here is written by hand.
public struct JSONWriter {
  /// What was written.
  public private(set) var bytes: [UInt8] = []
  /// Whether a comma has to stand before the next member or element.
  private var needsComma = false

  public init() {}

  /// Makes room for so many more bytes: what is large grows slowly, since each new page of memory has to
  /// be asked for.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// Begins an object.
  public mutating func openObject() { open(UInt8(ascii: "{")) }
  /// Ends an object.
  public mutating func closeObject() { close(UInt8(ascii: "}")) }
  /// Begins an array.
  public mutating func openArray() { open(UInt8(ascii: "[")) }
  /// Ends an array.
  public mutating func closeArray() { close(UInt8(ascii: "]")) }

  /// Writes the name of a member. Its value has to follow.
  public mutating func name(_ name: StaticString) {
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
  public mutating func name(dynamic name: String) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes null.
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func value(_ number: Int) {
    packed(JSONPart.numberLength) { $0.number(number) }
  }

  /// Writes a value that is put together from parts.
  ///
  /// - Parameter capacity: the most bytes that it can have; what goes beyond is left out.
  @inline(__always)
  public mutating func packed(_ capacity: Int, _ fill: (inout JSONPart) -> Void) {
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

  /// Writes a string.
  public mutating func value(_ string: String) {
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
  public mutating func value(utf8 text: UnsafeBufferPointer<UInt8>) {
    packed(JSONPart.stringLength(text.count)) { $0.string(text) }
  }

  @inline(__always)
  static func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var clean = 0  // the start of what is copied as it is
    for (index, byte) in text.enumerated() where Self.mustEscape(byte) {
      bytes.append(contentsOf: text[clean..<index])
      append(6) { $0.escaped(byte) }
      clean = index + 1
    }
    bytes.append(contentsOf: text[clean...])
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes JSON that was made before.
  public mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  /// Writes a number, null when it is none or infinite.
  public mutating func value(_ number: Double) {
    guard number.isFinite else { return null() }
    separate()
    bytes.append(contentsOf: "\(number)".utf8)
    needsComma = true
  }

  /// Writes a truth value.
  public mutating func value(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes a member of an object unless there is no value.
  public mutating func member(ifPresent name: StaticString, _ value: (some JSONWritable)?) {
    if let value { member(name, value) }
  }

  /// Writes a member of an object.
  public mutating func member(_ name: StaticString, _ value: some JSONWritable) {
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
}

/// A value that can be written as JSON.
public protocol JSONWritable: SendableMetatype {
  /// Writes the value.
  func write(to writer: inout JSONWriter)
}

extension JSONWritable {
  /// The value as JSON.
  public var json: [UInt8] {
    var writer = JSONWriter()
    write(to: &writer)
    return writer.bytes
  }
}

/// JSON that was made before.
public struct RawJSON: JSONWritable, Hashable, Sendable {
  /// One JSON value.
  public let bytes: [UInt8]

  public init(bytes: [UInt8]) { self.bytes = bytes }

  public func write(to writer: inout JSONWriter) { writer.raw(bytes) }
}

extension String: JSONWritable {
  public func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Int: JSONWritable {
  public func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Bool: JSONWritable {
  public func write(to writer: inout JSONWriter) { writer.value(self) }
}

extension Array: JSONWritable where Element: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openArray()
    for element in self { element.write(to: &writer) }
    writer.closeArray()
  }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    if let self { self.write(to: &writer) } else { writer.null() }
  }
}
