/// Takes paths apart and puts them together. Separators are slashes.
enum FilePath {
  /// The folder that `path` is in; that of the root is the root.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands behind the last slash.
  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// `path`, taken from `folder` unless it is absolute, without `.` and `..`.
  static func joined(_ folder: String, _ path: String) -> String {
    if isAbsolute(path) { return normalized(path) }
    return normalized(folder.hasSuffix("/") ? folder + path : folder + "/" + path)
  }

  /// Whether `path` begins at the root or a drive.
  static func isAbsolute(_ path: String) -> Bool {
    if path.utf8.first == UInt8(ascii: "/") { return true }
    let start = Array(path.utf8.prefix(3))
    return start.count == 3 && start[1] == UInt8(ascii: ":") && start[2] == UInt8(ascii: "/")
  }

  /// `path` without empty parts, `.` and `..`.
  static func normalized(_ path: String) -> String {
    if isNormal(path) { return path }
    var parts: [Substring] = []
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    for part in path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  /// Whether each part of an absolute path is a name.
  private static func isNormal(_ path: String) -> Bool {
    let bytes = path.utf8
    guard bytes.first == UInt8(ascii: "/"), bytes.count > 1 else { return false }
    var size = 0  // of the part so far, in bytes
    var isName = false  // whether it has something besides dots
    for byte in bytes.dropFirst() {
      if byte == UInt8(ascii: "/") {
        if size == 0 || !isName && size <= 2 { return false }
        size = 0
        isName = false
      } else {
        size += 1
        if byte != UInt8(ascii: ".") { isName = true }
      }
    }
    return size > 0 && (isName || size > 2)
  }

  /// `path` as seen from `folder`, when it is in it; else nil. `path` itself becomes the empty string.
  static func relative(_ path: String, to folder: String) -> String? {
    if path == folder { return "" }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  /// The way from `folder` to `path`, with `..` where it has to leave a folder. Both are absolute.
  static func path(to path: String, from folder: String) -> String {
    let target = path.split(separator: "/")
    let start = folder.split(separator: "/")
    var common = 0
    while common < min(target.count, start.count), target[common] == start[common] { common += 1 }
    let way =
      Array(repeating: "..", count: start.count - common) + target[common...].map(String.init)
    return way.isEmpty ? "." : way.joined(separator: "/")
  }

  /// Whether `left` comes first in byte order, the order of the files of a schema.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// `folder` and the folders around it, innermost first. Of a path that is longer than the system
  /// takes (`PATH_MAX`), which no file can have, it is the folder alone.
  static func ancestors(of folder: String) -> [String] {
    var all = [folder]
    guard folder.utf8.count < 4096 else { return all }
    var current = folder
    while true {
      let parent = Self.folder(of: current)
      if parent == current || parent == "." { return all }
      all.append(parent)
      current = parent
    }
  }
}
