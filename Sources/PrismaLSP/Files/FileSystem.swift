import Glibc

/// The few things that the commands do with files, by the system's own calls: this saves loading
/// Foundation, which takes longer than checking a schema.
enum FileSystem {
  /// What is at a path; links are followed.
  enum Kind { case file, folder, other }

  /// The largest file that is read, in bytes.
  static let sizeLimit = 1 << 30

  /// What is at `path`, nil when there is nothing.
  static func kind(of path: SystemPath) throws(FileError) -> Kind? {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { return nil }
      throw FileError(path, action: "read", code: code)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    default: return .other
    }
  }

  /// The bytes of a file.
  static func read(_ path: SystemPath) throws(FileError) -> [UInt8] {
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileError(path, action: "read", code: errno) }
    defer { close(descriptor) }
    return try read(descriptor, path)
  }

  /// All that can be read from standard input.
  static func readStandardInput() throws(FileError) -> [UInt8] {
    try read(STDIN_FILENO, SystemPath("standard input"))
  }

  /// All that can be read from an open file, which is not closed.
  static func read(_ descriptor: Int32, _ path: SystemPath) throws(FileError) -> [UInt8] {
    var status = stat()
    var expected = 1 << 16
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      guard status.st_size <= sizeLimit else { throw .tooLarge(path) }
      // One more than its size, so that the end is seen without growing.
      expected = max(1, Int(status.st_size) + 1)
    }
    var bytes: [UInt8] = []
    while true {
      var failure: Int32 = 0
      let wanted = expected
      let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        while count < wanted, let base = buffer.baseAddress {
          let received = Glibc.read(descriptor, base + count, wanted - count)
          if received < 0 {
            if errno == EINTR { continue }
            failure = errno
            return
          }
          if received == 0 { return }
          count += received
        }
      }
      guard failure == 0 else { throw FileError(path, action: "read", code: failure) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= sizeLimit else { throw .tooLarge(path) }
      if chunk.count < wanted { return bytes }
      expected = min(max(bytes.count, 1 << 16), 1 << 26)
    }
  }

  /// The names in a folder, without `.` and `..`, in no order.
  static func names(in folder: SystemPath) throws(FileError) -> [SystemPath] {
    let path = folder.isEmpty ? SystemPath(".") : folder
    guard let directory = path.withCString({ opendir($0) }) else {
      throw FileError(folder, action: "read", code: errno)
    }
    defer { closedir(directory) }
    var names: [SystemPath] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: tuple.pointee))
        { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }
      }
      if name != Array(".".utf8) && name != Array("..".utf8) {
        names.append(SystemPath(bytes: name))
      }
    }
    return names
  }

  /// The device and number of a folder, which tell folders apart whatever links lead to them.
  struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  /// The identity of what is at `path`, nil when there is nothing.
  static func identity(of path: SystemPath) -> Identity? {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// Puts `bytes` in place of a file, so that nobody ever sees half of them: they are written beside
  /// the file, which is then replaced. Links are followed; the permissions stay.
  ///
  /// In a folder that takes no new files the file is written in place.
  static func replace(_ path: SystemPath, with bytes: [UInt8]) throws(FileError) {
    guard let resolved = path.withCString({ realpath($0, nil) }) else {
      throw FileError(path, action: "write", code: errno)
    }
    let target = SystemPath(
      bytes: Array(UnsafeBufferPointer(start: resolved, count: strlen(resolved)))
        .map { UInt8(bitPattern: $0) })
    free(resolved)
    var status = stat()
    guard target.withCString({ stat($0, &status) }) == 0 else {
      throw FileError(path, action: "write", code: errno)
    }
    guard target.withCString({ access($0, W_OK) }) == 0 else {
      throw FileError(path, action: "write", code: errno)
    }
    let beside = target.parent.appending(".prisma-lsp-\(getpid()).tmp")
    let descriptor = beside.withCString { open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else {
      let code = errno
      guard code == EACCES || code == EPERM || code == EROFS || code == EEXIST else {
        throw FileError(path, action: "write", code: code)
      }
      return try overwrite(target, bytes)
    }
    let failure =
      write(bytes, to: descriptor)
      ?? (fchmod(descriptor, status.st_mode & 0o7777) == 0 ? nil : errno)
    // Only the superuser may give files away; for all others the owner is right already.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    let closed = close(descriptor) == 0 ? nil : errno
    var code = failure ?? closed
    if code == nil, beside.withCString({ from in target.withCString { rename(from, $0) } }) != 0 {
      code = errno
    }
    if let code {
      _ = beside.withCString { unlink($0) }
      throw FileError(path, action: "write", code: code)
    }
  }

  /// Makes a file, or replaces it when it is there already.
  static func write(_ bytes: [UInt8], to path: SystemPath) throws(FileError) {
    let descriptor = path.withCString {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    if descriptor < 0 {
      if errno == EEXIST { return try replace(path, with: bytes) }
      throw FileError(path, action: "write", code: errno)
    }
    let failure = write(bytes, to: descriptor)
    let closed = close(descriptor) == 0 ? nil : errno
    if let code = failure ?? closed { throw FileError(path, action: "write", code: code) }
  }

  private static func overwrite(_ path: SystemPath, _ bytes: [UInt8]) throws(FileError) {
    let descriptor = path.withCString { open($0, O_WRONLY | O_TRUNC | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileError(path, action: "write", code: errno) }
    let failure = write(bytes, to: descriptor)
    let closed = close(descriptor) == 0 ? nil : errno
    if let code = failure ?? closed { throw FileError(path, action: "write", code: code) }
  }

  /// Writes all of `bytes`; the code of the error when that fails.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let sent = Glibc.write(descriptor, base + written, buffer.count - written)
        if sent < 0 {
          if errno == EINTR { continue }
          if errno == EAGAIN {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&waiting, 1, -1)
            continue
          }
          return errno
        }
        written += sent
      }
      return nil
    }
  }
}
