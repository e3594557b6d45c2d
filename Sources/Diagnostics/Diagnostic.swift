import SchemaModel
import SchemaParser

/// A finding with its place in a file.
package struct Diagnostic: Sendable {
  /// The rule that found it.
  package let rule: Rule
  /// UTF-8 bytes from the start of the file, half-open.
  package let range: TextRange
  package let message: Message
  /// Other places that have to do with it.
  package let related: [RelatedInformation]
  /// Whether the reference falls silent here, since an earlier phase has an error.
  package let isGated: Bool
  /// What it is about, for those who mend it.
  package let subject: Subject

  /// What a diagnostic was made of.
  package enum Subject: Sendable {
    /// An error of the parser.
    case syntax(SyntaxError)
    /// A problem of a declaration, in the block of that declaration.
    case problem(Problem, BlockID)
    /// What a check found: where, and of a relation the other model that was looked at.
    case finding(Place, otherModel: BlockID?)
  }

  /// Another place that has to do with a diagnostic.
  package struct RelatedInformation: Sendable {
    /// The index of the file in the schema.
    package let file: Int
    /// UTF-8 bytes from the start of that file, half-open.
    package let range: TextRange
    package let text: String
  }

  /// The rule's id.
  package var id: String { rule.id }
  /// The rule's severity.
  package var severity: Severity { rule.severity }
}

/// The diagnostics of one file.
package struct FileDiagnostics: Sendable {
  /// Sorted by start, end and id.
  package var diagnostics: [Diagnostic] = []
  /// How many were left out because of the limit.
  package var omittedCount = 0

  package init(diagnostics: [Diagnostic] = [], omittedCount: Int = 0) {
    self.diagnostics = diagnostics
    self.omittedCount = omittedCount
  }
}
