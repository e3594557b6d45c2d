import Diagnostics
import SchemaModel
import SchemaParser

/// The files of one schema while they are edited.
///
/// It does no IO: whoever holds it reads the files, and hands over their trees. The command line and
/// the language server use the same.
public struct Workspace: Sendable {
  private var analyzer = SchemaAnalyzer()
  private var diagnostics: [FileDiagnostics] = []
  private var meantSchema = MeantSchema()
  private var revision = Revision()

  public init() {}

  /// Takes over the files of the schema, in order, and analyses what changed since the last time:
  /// trees share the blocks that an edit left alone.
  ///
  /// - Parameter diagnosticLimit: the most diagnostics that are made for one file.
  public mutating func update(
    files: [SourceFile], version: PrismaVersion, diagnosticLimit: Int = .max
  ) {
    revision = Revision()
    // Most texts lack nothing, and what is kept takes memory. Who still works on it is not waited for.
    if !files.contains(where: { $0.tree.hasErrors }) { meantSchema = MeantSchema() }
    analyzer.update(files: files, version: version)
    diagnostics = analyzer.diagnostics(limit: diagnosticLimit)
  }

  /// The schema as of the last update. A value: later updates can't reach it.
  ///
  /// As long as one is kept, an update must copy the tables that it changes; so ask again rather than
  /// keep it.
  public var analysis: Analysis {
    Analysis(analyzer, diagnostics: diagnostics, meantSchema: meantSchema, revision: revision)
  }
}

/// One update of a workspace, known by its identity.
final class Revision: Sendable {}

extension Analysis {
  /// The analysis of the schema as it is after an edit, with the schema files that the edit creates
  /// behind the others.
  public func applying(_ edit: SchemaEdit) -> Analysis {
    let files = files.enumerated().map { index, file in
      var tree = file.tree
      for edit in edit.edits(ofFile: index).reversed() { _ = tree.apply(edit) }
      return SourceFile(path: file.path, tree: tree)
    }
    let newFiles = edit.newFiles.filter { $0.path.hasSuffix(".prisma") }.map { file in
      SourceFile(
        path: file.path,
        tree: SyntaxTree.parsed(
          Array(file.text.utf8), dialect: schema.configuration.version.dialect))
    }
    var analyzer = analyzer
    analyzer.update(files: files + newFiles, version: schema.configuration.version)
    return Analysis(analyzer, diagnostics: analyzer.diagnostics())
  }
}
