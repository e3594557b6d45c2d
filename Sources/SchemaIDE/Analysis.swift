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
  /// What ``meant`` has found, nil where nobody asks for it.
  let meantSchema: MeantSchema?

  init(
    _ analyzer: SchemaAnalyzer, diagnostics: [FileDiagnostics],
    meantSchema: MeantSchema = MeantSchema()
  ) {
    schema = analyzer.schema
    self.analyzer = analyzer
    found = diagnostics
    self.meantSchema = meantSchema
  }

  private init(unchecked schema: Schema, from analyzer: SchemaAnalyzer) {
    self.schema = schema
    self.analyzer = analyzer
    found = []
    meantSchema = nil
  }

  /// The schema with other texts of some files, for asking what it declares: nothing of it is checked,
  /// and it has no diagnostics.
  ///
  /// - Parameter trees: by indexes of ``files``.
  func unchecked(_ trees: [Int: SyntaxTree]) -> Analysis {
    let sources = files.enumerated().map { index, file in
      SourceFile(path: file.path, tree: trees[index] ?? file.tree)
    }
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
