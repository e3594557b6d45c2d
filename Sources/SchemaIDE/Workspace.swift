import Diagnostics
import SchemaModel
import SchemaParser

/// The files of one schema while they are edited.
///
/// It does no IO: whoever holds it reads the files, and hands over their trees. The command line and
/// the language server use the same.
package struct Workspace: Sendable {
  private var analyzer = SchemaAnalyzer()

  package init() {}

  /// Takes over the files of the schema, in order, and analyses what changed since the last time:
  /// trees share the blocks that an edit left alone.
  package mutating func update(files: [SourceFile], version: PrismaVersion) {
    analyzer.update(files: files, version: version)
  }

  /// The schema as of the last update. A value: later updates can't reach it.
  ///
  /// As long as one is kept, an update must copy the tables that it changes; so ask again rather than
  /// keep it.
  package var analysis: Analysis { Analysis(analyzer) }
}
