import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

/// One moment of a schema, and all that can be asked about it. Immutable; in offsets, without types of
/// the protocol.
package struct Analysis: Sendable {
  let analyzer: SchemaAnalyzer
  let found: [FileDiagnostics]

  init(_ analyzer: SchemaAnalyzer, diagnostics: [FileDiagnostics]) {
    self.analyzer = analyzer
    found = diagnostics
  }

  /// The declarations, resolved.
  package var schema: Schema { analyzer.schema }

  /// The files, in order.
  package var files: [Schema.FileState] { analyzer.schema.files }

  /// The index of a file in ``files``, nil when it is not part of the schema.
  package func fileIndex(of path: String) -> Int? {
    analyzer.schema.files.firstIndex { $0.path == path }
  }

  /// What is wrong in each file, in the files' order: found once, and asked by every feature.
  package func diagnostics() -> [FileDiagnostics] { found }

  /// What is wrong in a file where `range` (UTF-8 bytes from the start of the file) touches it.
  package func diagnostics(touching range: TextRange, inFile file: Int) -> [Diagnostic] {
    guard found.indices.contains(file) else { return [] }
    return found[file].diagnostics.filter {
      $0.range.start <= range.end && range.start <= $0.range.end
    }
  }
}
