import Glibc

/// Why a file could not be read or written.
enum FileError: Error, Hashable {
  /// There is nothing at the path.
  case notFound(SystemPath)
  /// The system refused; the text is its reason.
  case failed(SystemPath, action: String, reason: String)
  /// The file is longer than can be handled.
  case tooLarge(SystemPath)
  /// A folder, in which no `.prisma` file is.
  case noSchemaFiles(SystemPath)
  /// Neither a file nor a folder.
  case notAFile(SystemPath)

  /// Puts `errno` into words.
  init(_ path: SystemPath, action: String, code: Int32) {
    if code == ENOENT || code == ENOTDIR {
      self = .notFound(path)
    } else {
      self = .failed(path, action: action, reason: FileError.reason(code))
    }
  }

  /// What is said to the user.
  var message: String {
    switch self {
    case .notFound(let path): "there is no file or folder `\(path.text)`"
    case .failed(let path, let action, let reason):
      "can't \(action) `\(path.text)`: \(reason)"
    case .tooLarge(let path):
      "`\(path.text)` is too large: a schema file can have at most 1 GiB"
    case .noSchemaFiles(let path): "the folder `\(path.text)` holds no `.prisma` file"
    case .notAFile(let path): "`\(path.text)` is neither a file nor a folder"
    }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ELOOP: "its links lead around in a circle"
    case EISDIR: "it is a folder"
    case ENAMETOOLONG: "the name is too long"
    case ENOSPC: "the disk is full"
    case EROFS: "the file system is read-only"
    case EMFILE, ENFILE: "too many files are open"
    default: strerror(code).map { String(cString: $0).lowercased() } ?? "error \(code)"
    }
  }
}
