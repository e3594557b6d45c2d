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
    let beside = temporaryPath(in: path.parent)
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
    let beside = temporaryPath(in: path.parent.parent)
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

  /// Removes what processes that were killed have left half-written in a folder. What belongs to one that
  /// may still be at work stays.
  static func removeLeftovers(in folder: SystemPath) {
    for name in (try? names(in: folder)) ?? [] {
      guard let process = temporaryOwner(of: name.text) else { continue }
      let isGone = process == getpid() || kill(process, 0) != 0 && errno == ESRCH
      guard isGone else { continue }
      let path = folder.appending(name)
      for file in (try? names(in: path)) ?? [] { takeAway(path.appending(file)) }
      takeAway(path)
    }
  }

  /// Where something is written that gets its name when it is complete.
  private static func temporaryPath(in folder: SystemPath) -> SystemPath {
    folder.appending("\(temporaryStart)\(getpid())\(temporaryEnd)")
  }

  private static let temporaryStart = ".prisma-lsp-"
  private static let temporaryEnd = ".tmp"

  /// The process whose temporary name this is, nil for any other name.
  private static func temporaryOwner(of name: String) -> pid_t? {
    guard name.hasPrefix(temporaryStart), name.hasSuffix(temporaryEnd) else { return nil }
    return pid_t(name.dropFirst(temporaryStart.count).dropLast(temporaryEnd.count))
      .flatMap { $0 > 0 ? $0 : nil }
  }

  private static func move(_ source: SystemPath, to target: SystemPath) throws(FileError) {
    let isMoved = source.withCString { from in target.withCString { rename(from, $0) == 0 } }
    guard isMoved else { throw FileError(target, action: "write", code: errno) }
  }
}
