import Foundation

/// The schemas of real projects and of the reference's own tests, which are not part of the package.
///
/// They are looked for in the folder that the environment variable `PRISMA_LSP_SHARED` names, else in
/// `shared` beside the package. Tests that need them are skipped where they are not.
package enum CorpusAvailability {
  /// The folder that holds `corpus`, nil when it is not there.
  package static let shared: URL? = {
    var candidates: [URL] = []
    if let named = ProcessInfo.processInfo.environment["PRISMA_LSP_SHARED"] {
      candidates.append(URL(filePath: named))
    }
    var folder = PackageFiles.root
    // A worktree can stand one level further down.
    for _ in 0..<2 {
      folder = folder.deletingLastPathComponent()
      candidates.append(folder.appending(path: "shared"))
    }
    return candidates.first {
      FileManager.default.fileExists(
        atPath: $0.appending(path: "corpus").path(percentEncoded: false))
    }
  }()

  /// Whether the schemas are there.
  package static let isAvailable = shared != nil

  /// What a test that is skipped without them says.
  package static let reason =
    "needs the corpus: ../shared beside the package, or PRISMA_LSP_SHARED"

  /// The `.prisma` files under `folder` (a path in `corpus`), sorted by path.
  package static func schemas(under folder: String) -> [URL] {
    guard let root = shared?.appending(path: "corpus").appending(path: folder) else { return [] }
    let paths = FileManager.default.enumerator(atPath: root.path(percentEncoded: false))?
      .compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".prisma") }.sorted()
      .map { root.appending(path: $0) }
  }

  /// The bytes of a file; empty when it can't be read.
  package static func bytes(of file: URL) -> [UInt8] {
    (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
  }
}
