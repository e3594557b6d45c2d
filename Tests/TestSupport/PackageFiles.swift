import Foundation

/// The files of the package, for tests that look at its sources and documents.
package enum PackageFiles {
  /// The folder of `Package.swift`.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether snapshots are to be written instead of compared.
  package static let updatesSnapshots =
    ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1"

  /// The text of the file at `path` under the root, nil when it can't be read.
  package static func text(_ path: String) -> String? {
    try? String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The paths of the files under the folder `path` with one of the endings, relative to it, sorted.
  package static func list(_ path: String, ending: String) -> [String] {
    let folder = root.appending(path: path).path(percentEncoded: false)
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return found.filter { $0.hasSuffix(ending) }.sorted()
  }

  /// Writes `text` to the file at `path` under the root.
  package static func write(_ text: String, to path: String) throws {
    let url = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Removes the file at `path` under the root.
  package static func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: path))
  }
}
