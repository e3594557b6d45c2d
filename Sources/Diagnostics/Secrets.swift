/// Hides the secrets of connection URLs, so that nothing that quotes a schema gives them away.
///
/// Each byte of a secret becomes a `*`, and so offsets and columns stay as they are. A secret is what
/// stands between the first `:` and the last `@` of a URL's authority, and the values of parameters
/// like `password=` and `api_key=`.
public enum Secrets {
  private static let keys = ["password=", "pwd=", "api_key=", "token="].map { Array($0.utf8) }
  private static let scheme = Array("://".utf8)

  /// `bytes` without the secrets.
  public static func masked(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: ":"), bytes[at...].starts(with: scheme) {
        let end = endOfURL(bytes, from: at + 3)
        hideAuthority(&result, at + 3..<end)
        hideParameters(&result, at + 3..<end)
        at = end
      } else {
        at += 1
      }
    }
    return result
  }

  /// `text` without the secrets.
  public static func masked(_ text: String) -> String {
    let colon = UInt8(ascii: ":")
    let hasColon = text.utf8.withContiguousStorageIfAvailable { $0.contains(colon) }
    guard hasColon ?? true, text.contains("://") else { return text }
    return String(decoding: masked(Array(text.utf8)), as: UTF8.self)
  }

  private static func endOfURL(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "`") || $0 == 0x0A || $0 == 0x0D
    } ?? bytes.count
  }

  /// Hides the password in front of the host. Without an `@`, as in a line that was cut, all behind
  /// the `:` counts as the password, unless it begins like a port.
  private static func hideAuthority(_ bytes: inout [UInt8], _ url: Range<Int>) {
    guard let colon = bytes[url].firstIndex(of: UInt8(ascii: ":")) else { return }
    let behind = colon + 1..<url.upperBound
    if let sign = bytes[behind].lastIndex(of: UInt8(ascii: "@")) {
      hide(&bytes, colon + 1..<sign)
    } else if let first = bytes[behind].first(where: { !(0x30...0x39).contains($0) }),
      !"/;?,) ".utf8.contains(first)
    {
      hide(&bytes, behind)
    }
  }

  private static func hideParameters(_ bytes: inout [UInt8], _ url: Range<Int>) {
    var at = url.lowerBound
    while at < url.upperBound {
      guard let key = keys.first(where: { isKey($0, bytes[at..<url.upperBound]) }) else {
        at += 1
        continue
      }
      let start = at + key.count
      let isBraced = start < url.upperBound && bytes[start] == UInt8(ascii: "{")
      let end =
        bytes[start..<url.upperBound].firstIndex {
          isBraced
            ? $0 == UInt8(ascii: "}") : $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "&")
        } ?? url.upperBound
      hide(&bytes, start..<end)
      at = end
    }
  }

  /// Whether `bytes` begin with `key` in capital or small letters.
  private static func isKey(_ key: [UInt8], _ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= key.count
      && zip(key, bytes).allSatisfy { $0 == $1 || $1 < 0x80 && $0 == $1 | 0x20 }
  }

  private static func hide(_ bytes: inout [UInt8], _ range: Range<Int>) {
    for index in range { bytes[index] = UInt8(ascii: "*") }
  }
}
