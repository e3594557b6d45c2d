import SchemaModel
import SchemaParser

/// Another way to write something that is right as it is.
///
/// Refactorings are static members, one a file, listed in ``CodeActionCatalog``.
public struct Refactoring: Sendable {
  /// Its name in the documentation: what it does.
  public let name: String
  /// What kind of action it is.
  public let kind: CodeAction.Kind
  /// The actions at a place; empty where there is nothing for it to do.
  public let actions: @Sendable (RefactoringContext) -> [CodeAction]

  public init(
    _ name: String, kind: CodeAction.Kind,
    actions: @escaping @Sendable (RefactoringContext) -> [CodeAction]
  ) {
    self.name = name
    self.kind = kind
    self.actions = actions
  }
}

/// A place that actions are asked for.
public struct RefactoringContext: Sendable {
  /// One moment of the schema.
  public let analysis: Analysis
  /// What is selected, in UTF-8 bytes from the start of the file; empty for a cursor.
  public let range: TextRange
  /// What stands where the selection begins.
  public let cursor: Cursor
  /// What is around the schema.
  public let project: ProjectFacts

  public init?(
    _ range: TextRange, inFile file: Int, of analysis: Analysis, _ project: ProjectFacts
  ) {
    guard let cursor = analysis.cursor(at: range.start, inFile: file) else { return nil }
    self.analysis = analysis
    self.range = range
    self.cursor = cursor
    self.project = project
  }

  /// The declarations, resolved.
  public var schema: Schema { analysis.schema }
}
