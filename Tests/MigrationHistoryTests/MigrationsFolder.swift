import Foundation

/// A folder of migrations on disk, removed with the value that stands for it.
final class MigrationsFolder {
  /// Absolute.
  let path: String

  /// - Parameter scripts: the SQL by the name of the migration.
  init(_ scripts: [String: String]) throws {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "prisma-lsp-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
    for (name, script) in scripts { try write(script, to: "\(name)/migration.sql") }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders it needs.
  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Makes a link to `target`.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }
}
