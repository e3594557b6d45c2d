import Glibc

/// Files and folders that appear complete, or not at all.
extension FileSystem {
  /// Makes a folder, with those around it that are missing.
  static func makeFolders(_ path: SystemPath) throws(FileError) {
    if try kind(of: path) == .folder { return }
    if !path.parent.isEmpty, path.parent != path { try makeFolders(path.parent) }
    let isMade = path.withCString { mkdir($0, 0o777) == 0 || errno == EEXIST }
    guard isMade else { throw FileError(path, action: "make", code: errno) }
  }

  /// Writes a file beside the place where it belongs, and moves it there when it is complete.
  static func writeAtomically(_ bytes: [UInt8], to path: SystemPath) throws(FileError) {
    let beside = path.parent.appending(".prisma-lsp-\(getpid()).tmp")
    do throws(FileError) {
      try write(bytes, to: beside)
      try move(beside, to: path)
    } catch {
      _ = beside.withCString { unlink($0) }
      throw error
    }
  }

  /// Makes a folder that holds one file. It is made beside the folder that it belongs into, and moved
  /// there when it is complete: whoever looks at that folder never sees it empty.
  static func makeFolder(
    _ path: SystemPath, holding name: String, _ bytes: [UInt8]
  ) throws(FileError) {
    let beside = path.parent.parent.appending(".prisma-lsp-\(getpid()).tmp")
    let file = beside.appending(name)
    guard beside.withCString({ mkdir($0, 0o777) }) == 0 else {
      throw FileError(beside, action: "make", code: errno)
    }
    do throws(FileError) {
      try write(bytes, to: file)
      try move(beside, to: path)
    } catch {
      _ = file.withCString { unlink($0) }
      _ = beside.withCString { rmdir($0) }
      throw error
    }
  }

  /// Takes away what was just made: a file, or an empty folder. One that is gone already is no error.
  static func takeAway(_ path: SystemPath) {
    _ = path.withCString { remove($0) }
  }

  private static func move(_ source: SystemPath, to target: SystemPath) throws(FileError) {
    let isMoved = source.withCString { from in target.withCString { rename(from, $0) == 0 } }
    guard isMoved else { throw FileError(target, action: "write", code: errno) }
  }
}
