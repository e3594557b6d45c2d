import Diagnostics
import SchemaModel
import SchemaParser

/// A way to mend what some rules find.
///
/// Fixes are static members, one a file, listed in ``CodeActionCatalog``.
public struct QuickFix: Sendable {
  /// Its name in the documentation: what it does.
  public let name: String
  /// The ids of the rules whose findings it mends.
  public let rules: [String]
  /// The ids of the rules that may find something in what it writes, since only the user knows what
  /// has to stand there.
  public let leavesOpen: Set<String>
  /// Whether it puts something in the place of a field that is missing. Another error may hide that field,
  /// so that nothing is done unasked before that is gone.
  let waitsForOthers: Bool
  /// The actions for one diagnostic, the best first; empty when it can't be mended.
  public let actions: @Sendable (QuickFixContext) -> [CodeAction]

  public init(
    _ name: String, rules: [String], leavesOpen: Set<String> = [], waitsForOthers: Bool = false,
    actions: @escaping @Sendable (QuickFixContext) -> [CodeAction]
  ) {
    self.name = name
    self.rules = rules
    self.leavesOpen = leavesOpen
    self.waitsForOthers = waitsForOthers
    self.actions = actions
  }
}

/// A diagnostic with what stands at its place.
public struct QuickFixContext: Sendable {
  /// One moment of the schema.
  public let analysis: Analysis
  /// What shall be mended.
  public let diagnostic: Diagnostic
  /// What stands where the diagnostic begins.
  public let cursor: Cursor
  /// What is around the schema.
  public let project: ProjectFacts

  public init?(
    _ diagnostic: Diagnostic, inFile file: Int, of analysis: Analysis, _ project: ProjectFacts
  ) {
    guard let cursor = analysis.cursor(at: diagnostic.range.start, inFile: file) else { return nil }
    self.analysis = analysis
    self.diagnostic = diagnostic
    self.cursor = cursor
    self.project = project
  }

  /// The declarations, resolved.
  public var schema: Schema { analysis.schema }
  /// The database.
  public var connector: Connector { schema.configuration.connector }
  /// The block that the diagnostic begins in.
  public var block: SyntaxBlock { cursor.block }
  /// Where the diagnostic is, from the start of ``block``.
  public var range: TextRange {
    TextRange(
      diagnostic.range.start - cursor.blockStart, diagnostic.range.end - cursor.blockStart)
  }
  /// The text that the diagnostic marks.
  public var text: String { block.text(range) }
  /// The model or view that the diagnostic is in.
  public var model: Model? { cursor.declaration.flatMap { schema.model($0) } }
  /// What the resolution found; nil when the parser or a check found it.
  public var problem: Problem? {
    if case .problem(let problem, _) = diagnostic.subject { problem } else { nil }
  }
  /// The innermost attribute around the start of the diagnostic.
  public var attribute: AttributeSyntax? {
    cursor.nodes.last { $0.kind == .attribute || $0.kind == .blockAttribute }
      .flatMap { AttributeSyntax($0) }
  }
  /// The line of the field that the diagnostic begins in.
  public var fieldSyntax: FieldSyntax? { cursor.innermost(.field).flatMap { FieldSyntax($0) } }
  /// The field that the diagnostic begins in, resolved.
  public var field: Field? {
    guard let name = fieldSyntax?.name?.range.start else { return nil }
    switch cursor.declaration.flatMap({ schema.declaration($0) }) {
    case .model(let model)?: return model.fields.first { $0.identifier.range.start == name }
    case .compositeType(let type)?: return type.fields.first { $0.identifier.range.start == name }
    case .enumeration?, nil: return nil
    }
  }

  /// A fix of the diagnostic.
  public func fix(
    _ title: String, isPreferred: Bool = false, createsFiles: Bool = false,
    edit: @escaping @Sendable (inout SchemaEdit) -> Void
  ) -> CodeAction {
    CodeAction(
      title, kind: .quickFix, isPreferred: isPreferred, diagnostics: [diagnostic],
      createsFiles: createsFiles
    ) {
      var result = SchemaEdit()
      edit(&result)
      return result
    }
  }
}
