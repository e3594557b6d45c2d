import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

/// One moment of a schema, and all that can be asked about it. Immutable; in offsets, without types of
/// the protocol.
public struct Analysis: Sendable {
  /// The declarations, resolved.
  public let schema: Schema
  /// What checked ``schema``, or the one that it was made from.
  let analyzer: SchemaAnalyzer
  let found: [FileDiagnostics]

  init(_ analyzer: SchemaAnalyzer, diagnostics: [FileDiagnostics]) {
    schema = analyzer.schema
    self.analyzer = analyzer
    found = diagnostics
  }

  private init(unchecked schema: Schema, from analyzer: SchemaAnalyzer) {
    self.schema = schema
    self.analyzer = analyzer
    found = []
  }

  /// The schema with another text of one file, for asking what it declares: nothing of it is checked,
  /// and it has no diagnostics.
  ///
  /// - Parameter file: an index of ``files``.
  func unchecked(_ tree: SyntaxTree, inFile file: Int) -> Analysis {
    var sources = files.map { SourceFile(path: $0.path, tree: $0.tree) }
    sources[file] = SourceFile(path: files[file].path, tree: tree)
    var schema = schema
    _ = schema.update(files: sources, version: schema.configuration.version)
    return Analysis(unchecked: schema, from: analyzer)
  }

  /// The files, in order.
  public var files: [Schema.FileState] { schema.files }

  /// What is wrong in each file, in the files' order: found once, and asked by every feature.
  public func diagnostics() -> [FileDiagnostics] { found }

  /// What is wrong in a file where `range` (UTF-8 bytes from the start of the file) touches it.
  public func diagnostics(touching range: TextRange, inFile file: Int) -> [Diagnostic] {
    guard found.indices.contains(file) else { return [] }
    return found[file].diagnostics.filter {
      $0.range.start <= range.end && range.start <= $0.range.end
    }
  }
}
