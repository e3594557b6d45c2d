import Glibc

/// Looks around in projects, for what may or may not be there: what can't be read counts as absent.
/// ``FileSystem`` is for what someone has named, and says why it can't be read.
enum Files {
  /// The bytes of a file, nil when there is no such file. A link is followed.
  static func contents(of path: String) -> [UInt8]? {
    // Nobody may ever write into a pipe that is called `package.json`, so it is not waited for.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, isKind(status.st_mode, S_IFREG) else { return nil }
    return try? FileSystem.read(descriptor, SystemPath(path))
  }

  /// The text of a file, nil when there is no such file.
  static func text(of path: String) -> String? {
    contents(of: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What tells whether a file has changed: its size and the time of its last change.
  struct Stamp: Hashable, Sendable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// The stamp of a file, nil when there is no such file.
  static func stamp(of path: String) -> Stamp? {
    guard let status = status(of: path), isKind(status.st_mode, S_IFREG) else { return nil }
    let time = status.st_mtim
    return Stamp(
      size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
  }

  /// Whether there is a file of that name, no folder.
  static func isFile(_ path: String) -> Bool {
    status(of: path).map { isKind($0.st_mode, S_IFREG) } ?? false
  }

  /// Whether there is a folder of that name.
  static func isFolder(_ path: String) -> Bool {
    status(of: path).map { isKind($0.st_mode, S_IFDIR) } ?? false
  }

  /// Whether a folder is the root of a repository, where looking further out ends.
  static func isRepository(_ folder: String) -> Bool {
    status(of: FilePath.joined(folder, ".git")) != nil
  }

  /// What a folder holds.
  struct Listing: Sendable {
    /// The names of its files, links to files included, in byte order.
    var files: [String] = []
    /// The names of its folders, in byte order. Links to folders are left out: they can lead in a circle.
    var folders: [String] = []
    /// Whether it holds neither.
    var isEmpty: Bool { files.isEmpty && folders.isEmpty }
  }

  /// What the folder at `path` holds, nothing when there is no such folder.
  static func listing(of path: String) -> Listing {
    var listing = Listing()
    guard let folder = opendir(path) else { return listing }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): listing.files.append(name)
      case Int(DT_DIR): listing.folders.append(name)
      case Int(DT_LNK): if isFile(FilePath.joined(path, name)) { listing.files.append(name) }
      case Int(DT_UNKNOWN):
        let inner = FilePath.joined(path, name)
        if isFile(inner) {
          listing.files.append(name)
        } else if isFolder(inner) {
          listing.folders.append(name)
        }
      default: break
      }
    }
    listing.files.sort(by: FilePath.precedes)
    listing.folders.sort(by: FilePath.precedes)
    return listing
  }

  private static func status(of path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func isKind(_ mode: mode_t, _ kind: mode_t) -> Bool { mode & S_IFMT == kind }
}
