import Glibc

/// A path as the system has it: bytes without NUL, which need not be UTF-8.
struct SystemPath: Hashable, Sendable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  init(_ text: String) { bytes = Array(text.utf8) }

  /// For people: what isn't UTF-8 is replaced.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether it begins at the root.
  var isAbsolute: Bool { bytes.first == SystemPath.slash }

  /// The part behind the last slash; of `folder/` it is `folder`.
  var name: SystemPath {
    let trimmed = withoutTrailingSlashes
    guard let slash = trimmed.lastIndex(of: SystemPath.slash), slash + 1 < trimmed.count else {
      return SystemPath(bytes: trimmed)
    }
    return SystemPath(bytes: Array(trimmed[(slash + 1)...]))
  }

  /// The folder it is in; of a bare name the empty path, which means the working directory.
  var parent: SystemPath {
    let trimmed = withoutTrailingSlashes
    guard let slash = trimmed.lastIndex(of: SystemPath.slash) else { return SystemPath("") }
    return SystemPath(bytes: slash == 0 ? [SystemPath.slash] : Array(trimmed[..<slash]))
  }

  /// `other` in this folder; an absolute `other` stays as it is.
  func appending(_ other: SystemPath) -> SystemPath {
    if isEmpty || other.isAbsolute { return other }
    if other.isEmpty { return self }
    return SystemPath(
      bytes: (bytes.last == SystemPath.slash ? bytes : bytes + [SystemPath.slash])
        + other.bytes)
  }

  func appending(_ name: String) -> SystemPath { appending(SystemPath(name)) }

  /// Whether it ends with `.` and `name`, and has something before that.
  func hasExtension(_ name: String) -> Bool {
    let ending = Array(".\(name)".utf8)
    return bytes.count > ending.count && bytes.suffix(ending.count) == ending[...]
      && bytes[bytes.count - ending.count - 1] != SystemPath.slash
  }

  /// The path without `.` parts, doubled slashes and slashes at the end; `..` takes away the part
  /// before it. Says nothing about links.
  var normalized: SystemPath {
    var parts: [ArraySlice<UInt8>] = []
    for part in bytes.split(separator: SystemPath.slash) {
      if part == [SystemPath.dot] { continue }
      if part == [SystemPath.dot, SystemPath.dot] {
        if let last = parts.last, last != [SystemPath.dot, SystemPath.dot] {
          parts.removeLast()
          continue
        }
        if isAbsolute { continue }
      }
      parts.append(part)
    }
    let joined = Array(parts.joined(separator: [SystemPath.slash]))
    return SystemPath(bytes: isAbsolute ? [SystemPath.slash] + joined : joined)
  }

  /// Calls `body` with the path as the system takes it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { rebound in
        // The buffer holds at least the 0, so it has an address; the fallback is never taken.
        rebound.baseAddress.map(body) ?? "".withCString(body)
      }
    }
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  private var withoutTrailingSlashes: [UInt8] {
    var end = bytes.count
    while end > 1, bytes[end - 1] == SystemPath.slash { end -= 1 }
    return Array(bytes[..<end])
  }
}
