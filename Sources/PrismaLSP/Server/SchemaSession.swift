import LanguageServerProtocol
import SchemaIDE
import SchemaModel
import SchemaParser

/// What the server knows about one schema.
///
/// An analysis takes the workspace away with it and brings it back, so there is one at a time.
struct SchemaSession: Sendable {
  /// The files that make it up.
  var files: SchemaFiles
  /// The addresses of the files, in their order.
  var uris: [DocumentURI]
  /// The trees of the files that are not open.
  var closed: [FileID: SyntaxTree]
  /// Grows with every change of a file, of the version or of the settings.
  var revision = 0
  /// The revision that ``reports`` and ``workspace`` belong to, nil before the first analysis.
  var analyzedRevision: Int?
  /// nil while an analysis is running.
  var workspace: Workspace? = Workspace()
  /// What the last analysis found, by file.
  var reports: [FileID: FileReport] = [:]

  /// Whether an analysis is running.
  var isRunning: Bool { workspace == nil }
  /// Whether nothing has changed since the last analysis.
  var isCurrent: Bool { analyzedRevision == revision && !isRunning }
}

/// What was found in one file.
struct FileReport: Hashable, Sendable {
  /// The diagnostics.
  var diagnostics: [LanguageServerProtocol.Diagnostic]
  /// A name for just these diagnostics.
  var resultID: String
}
