/// The address of a document, as the client spells it.
///
/// Two spellings of one address are equal: clients disagree on which characters of a path are
/// percent-encoded. ``string`` stays what the client sent, and is what answers must hold.
public struct DocumentURI: Codable, Hashable, Sendable {
  /// The address as it was sent.
  public let string: String
  /// The address in a form of its own: percent-encoding removed, scheme and drive letter in lower
  /// case. Not a valid URI; only for comparing.
  public let canonical: String

  public init(_ string: String) {
    self.string = string
    canonical = Self.canonicalForm(of: string)
  }

  /// The `file:` address of an absolute path.
  public init(path: String) {
    var text = "file://"
    if !path.hasPrefix("/") { text += "/" }  // a drive letter
    for byte in path.utf8 {
      if Self.isUnreserved(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + Self.hexadecimal(byte >> 4) + Self.hexadecimal(byte & 15)
      }
    }
    self.init(text)
  }

  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(string)
  }

  /// The scheme in lower case, empty when there is none.
  public var scheme: Substring {
    guard let colon = canonical.firstIndex(of: ":") else { return "" }
    return canonical[..<colon]
  }

  /// The path of a file on this machine, nil for any other address.
  public var path: String? {
    guard canonical.hasPrefix("file:///") else { return nil }
    let path = canonical.dropFirst("file://".utf8.count)
    // `/c:/folder` is the file `c:/folder`.
    let bytes = Array(path.utf8.prefix(3))
    if bytes.count == 3, bytes[2] == UInt8(ascii: ":"), Self.isLetter(bytes[1]) {
      return String(path.dropFirst())
    }
    return String(path)
  }

  public static func == (left: DocumentURI, right: DocumentURI) -> Bool {
    left.canonical == right.canonical
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

  private static func canonicalForm(of string: String) -> String {
    let bytes = Array(string.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(byte)
        index += 1
      }
    }
    guard let colon = result.firstIndex(of: UInt8(ascii: ":")) else {
      return String(decoding: result, as: UTF8.self)
    }
    for index in 0..<colon { result[index] = lowercased(result[index]) }
    if result.starts(with: Array("file:".utf8)) {
      result = Array("file://".utf8) + filePath(in: result[(colon + 1)...])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// What follows `file://`: host and path. `file:/a`, `file:///a` and `file://localhost/a` are one.
  private static func filePath(in rest: ArraySlice<UInt8>) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    var path = Array(rest)
    if path.starts(with: [slash, slash]) {
      path.removeFirst(2)
      let local = Array("localhost/".utf8)
      if path.count >= local.count, path.prefix(local.count).map(lowercased) == local {
        path.removeFirst(local.count - 1)
      }
    }
    if path.count > 2, path[0] == slash, path[2] == UInt8(ascii: ":"), isLetter(path[1]) {
      path[1] = lowercased(path[1])
    }
    return path
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> String {
    String(digit, radix: 16, uppercase: true)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased(byte))
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// RFC 3986, 2.3, and the slash.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: isLetter(byte)
    }
  }
}

extension DocumentURI: JSONWritable {
  public func write(to writer: inout JSONWriter) { writer.value(string) }
}
