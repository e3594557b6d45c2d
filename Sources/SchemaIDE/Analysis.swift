import Diagnostics
import SchemaFormatter
import SchemaModel
import SchemaParser

/// One moment of a schema, and all that can be asked about it. Immutable; in offsets, without types of
/// the protocol.
package struct Analysis: Sendable {
  private let analyzer: SchemaAnalyzer

  init(_ analyzer: SchemaAnalyzer) { self.analyzer = analyzer }

  /// The declarations, resolved.
  package var schema: Schema { analyzer.schema }

  /// The files, in order.
  package var files: [Schema.FileState] { analyzer.schema.files }

  /// The index of a file in ``files``, nil when it is not part of the schema.
  package func fileIndex(of path: String) -> Int? {
    analyzer.schema.files.firstIndex { $0.path == path }
  }

  /// What is wrong in each file, in the files' order.
  ///
  /// - Parameter limit: the most diagnostics that are made for one file.
  package func diagnostics(limit: Int = .max) -> [FileDiagnostics] {
    analyzer.diagnostics(limit: limit)
  }
}
