#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads names and files in one folder, which is held open: a thousand files are opened by their way from
/// there, so that the system does not walk the whole path for each.
struct FolderReader: ~Copyable {
  /// The folder as people are told of it, without a slash at its end.
  let path: String
  private let descriptor: Int32

  /// The largest file that is read, in bytes.
  static let sizeLimit = 1 << 30

  init(_ path: String, shownAs shown: String) throws(MigrationsDirectoryError) {
    var trimmed = Substring(shown)
    while trimmed.utf8.count > 1, trimmed.utf8.last == UInt8(ascii: "/") { trimmed.removeLast() }
    self.path = String(trimmed)
    descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 {
      switch errno {
      case ENOENT: throw .notFound(path: shown)
      case ENOTDIR: throw .notAFolder(path: shown)
      case let code: throw .unreadable(path: shown, reason: Self.reason(code))
      }
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// The names of the folders in it, in no order. Links are none.
  func folderNames() throws(MigrationsDirectoryError) -> [String] {
    // `closedir` closes the descriptor it was made from, so it gets one of its own.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let stream = fdopendir(own) else {
      let code = errno
      if own >= 0 { close(own) }
      throw .unreadable(path: path, reason: Self.reason(code))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let type = Int32(entry.pointee.d_type)
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee))
        { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      if type == Int32(DT_DIR) || type == Int32(DT_UNKNOWN) && isFolder(name) {
        names.append(name)
      }
    }
    return names
  }

  /// Asked where a file system does not tell the kind along with the name.
  private func isFolder(_ name: String) -> Bool {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a file, nil when there is none.
  func file(_ name: String) throws(MigrationsDirectoryError) -> [UInt8]? {
    let file = openat(descriptor, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .unreadable(path: "\(path)/\(name)", reason: Self.reason(errno))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: "\(path)/\(name)", reason: "it is not a file")
    }
    guard status.st_size < Self.sizeLimit else { throw .tooLarge(path: "\(path)/\(name)") }
    var bytes: [UInt8] = []
    // One byte more tells whether the file has grown meanwhile.
    var wanted = max(0, Int(status.st_size)) + 1
    while true {
      var failure: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        while count < buffer.count, let base = buffer.baseAddress {
          let received = read(file, base + count, buffer.count - count)
          if received > 0 {
            count += received
          } else if received == 0 {
            return
          } else if errno != EINTR {
            failure = errno
            return
          }
        }
      }
      guard failure == 0 else {
        throw .unreadable(path: "\(path)/\(name)", reason: Self.reason(failure))
      }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      guard bytes.count < Self.sizeLimit else { throw .tooLarge(path: "\(path)/\(name)") }
      if part.count < wanted { return bytes }
      wanted = 1 << 16
    }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ELOOP: "its links lead around in a circle"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many files are open"
    default: strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    }
  }
}
