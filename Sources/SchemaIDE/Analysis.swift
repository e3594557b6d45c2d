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
  /// The update that it was made by.
  let revision: Revision

  /// - Parameters:
  ///   - meantSchema: what keeps ``meant``, for all analyses of one workspace.
  ///   - revision: the update that it was made by.
  init(
    _ analyzer: SchemaAnalyzer, diagnostics: [FileDiagnostics],
    meantSchema: MeantSchema = MeantSchema(), revision: Revision = Revision()
  ) {
    schema = analyzer.schema
    self.analyzer = analyzer
    found = diagnostics
    self.meantSchema = meantSchema
    self.revision = revision
  }

  init(unchecked schema: Schema, from analyzer: SchemaAnalyzer) {
    self.schema = schema
    self.analyzer = analyzer
    found = []
    meantSchema = nil
    revision = Revision()
  }

  /// The schema with other texts of some files, for asking what it declares: nothing of it is checked,
  /// and it has no diagnostics.
  ///
  /// - Parameter trees: by indexes of ``files``.
  func unchecked(_ trees: [Int: SyntaxTree]) -> Analysis {
    Analysis(unchecked: updated(schema, trees), from: analyzer)
  }

  /// A schema brought up to the files, with other texts of some.
  ///
  /// - Parameters:
  ///   - old: ``schema``, or one that is nearer to the result.
  ///   - trees: by indexes of ``files``.
  func updated(_ old: consuming Schema, _ trees: [Int: SyntaxTree]) -> Schema {
    let sources = files.enumerated().map { index, file in
      SourceFile(path: file.path, tree: trees[index] ?? file.tree)
    }
    _ = old.update(files: sources, version: schema.configuration.version)
    return old
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
