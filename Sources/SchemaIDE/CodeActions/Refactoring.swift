import SchemaModel
import SchemaParser

/// Another way to write something that is right as it is.
///
/// Refactorings are static members, one a file, listed in ``CodeActionCatalog``.
package struct Refactoring: Sendable {
  /// Its name in the documentation: what it does.
  package let name: String
  /// What kind of action it is.
  package let kind: CodeAction.Kind
  /// The actions at a place; empty where there is nothing for it to do.
  package let actions: @Sendable (RefactoringContext) -> [CodeAction]

  package init(
    _ name: String, kind: CodeAction.Kind,
    actions: @escaping @Sendable (RefactoringContext) -> [CodeAction]
  ) {
    self.name = name
    self.kind = kind
    self.actions = actions
  }
}

/// A place that actions are asked for.
package struct RefactoringContext: Sendable {
  /// One moment of the schema.
  package let analysis: Analysis
  /// What is selected, in UTF-8 bytes from the start of the file; empty for a cursor.
  package let range: TextRange
  /// What stands where the selection begins.
  package let cursor: Cursor

  package init?(_ range: TextRange, inFile file: Int, of analysis: Analysis) {
    guard let cursor = analysis.cursor(at: range.start, inFile: file) else { return nil }
    self.analysis = analysis
    self.range = range
    self.cursor = cursor
  }

  /// The declarations, resolved.
  package var schema: Schema { analysis.schema }
}
