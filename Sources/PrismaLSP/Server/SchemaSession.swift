import LanguageServerProtocol
import SchemaIDE
import SchemaModel
import SchemaParser

/// What the server knows about one schema.
///
/// An analysis takes the workspace away with it and brings it back, so there is one at a time. What
/// belongs to a file is found by its index: a schema can have thousands, and a keystroke concerns one.
struct SchemaSession: Sendable {
  /// The files that make it up; each of them can be read.
  var files: SchemaFiles
  /// The addresses of the files, in their order.
  var uris: [DocumentURI]
  /// The texts of the files, in their order: as they are open, else as they are on disk.
  var sources: [SourceFile]
  /// The places of the files in that order.
  private(set) var indexes: [FileID: Int]
  /// Grows with every change of a file, of the version or of the settings.
  var revision = 0
  /// The revision that ``reports`` and ``workspace`` belong to, nil before the first analysis.
  var analyzedRevision: Int?
  /// nil while an analysis is running.
  var workspace: Workspace? = Workspace()
  /// What the last analysis found in each file, in their order.
  var reports: [FileReport]

  init(files: SchemaFiles, uris: [DocumentURI], sources: [SourceFile]) {
    self.files = files
    self.uris = uris
    self.sources = sources
    indexes = Self.indexes(of: files)
    reports = Array(repeating: FileReport(), count: sources.count)
  }

  /// Whether an analysis is running.
  var isRunning: Bool { workspace == nil }
  /// Whether nothing has changed since the last analysis.
  var isCurrent: Bool { analyzedRevision == revision && !isRunning }

  /// Takes over the files as they are now.
  mutating func replace(
    files new: SchemaFiles, uris newURIs: [DocumentURI], sources newSources: [SourceFile]
  ) {
    let isSame =
      new == files
      && zip(sources, newSources).allSatisfy { $0.tree.isIdentical(to: $1.tree) }
    uris = newURIs
    sources = newSources
    if isSame { return }
    if new.paths != files.paths {
      let old = indexes
      indexes = Self.indexes(of: new)
      reports = new.paths.map { path in old[path].map { reports[$0] } ?? FileReport() }
    }
    files = new
    revision += 1
  }

  /// Takes over the text of one of the files.
  mutating func setTree(_ tree: SyntaxTree, of file: FileID) {
    guard let index = indexes[file] else { return }
    sources[index] = SourceFile(path: file, tree: tree)
    revision += 1
  }

  private static func indexes(of files: SchemaFiles) -> [FileID: Int] {
    Dictionary(
      zip(files.paths, files.paths.indices).map { ($0, $1) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// What was found in one file: nothing before the first analysis.
struct FileReport: Hashable, Sendable {
  /// The diagnostics.
  var diagnostics: [LanguageServerProtocol.Diagnostic] = []
  /// A name for just these diagnostics.
  var resultID = "0"
}

extension SyntaxTree {
  /// Whether both hold the same blocks, not just equal ones.
  fileprivate func isIdentical(to other: SyntaxTree) -> Bool {
    dialect == other.dialect && blocks.count == other.blocks.count
      && zip(blocks, other.blocks).allSatisfy { $0 === $1 }
  }
}
