import SchemaModel
import SchemaParser

/// A finding with its place in a file.
public struct Diagnostic: Sendable {
  /// The rule that found it.
  public let rule: Rule
  /// UTF-8 bytes from the start of the file, half-open.
  public let range: TextRange
  public let message: Message
  /// Other places that have to do with it.
  public let related: [RelatedInformation]
  /// Whether the reference falls silent here, since an earlier phase has an error.
  public let isGated: Bool
  /// What it is about, for those who mend it.
  public let subject: Subject

  /// What a diagnostic was made of.
  public enum Subject: Sendable {
    /// An error of the parser.
    case syntax(SyntaxError)
    /// A problem of a declaration, in the block of that declaration.
    case problem(Problem, BlockID)
    /// What a check found: where, and of a relation the other model that was looked at.
    case finding(Place, otherModel: BlockID?)
  }

  /// Another place that has to do with a diagnostic.
  public struct RelatedInformation: Sendable {
    /// The index of the file in the schema.
    public let file: Int
    /// UTF-8 bytes from the start of that file, half-open.
    public let range: TextRange
    public let text: String
  }

  /// The rule's id.
  public var id: String { rule.id }
  /// The rule's severity.
  public var severity: Severity { rule.severity }
}

/// The diagnostics of one file.
public struct FileDiagnostics: Sendable {
  /// Sorted by start, end and id.
  public var diagnostics: [Diagnostic] = []
  /// How many were left out because of the limit.
  public var omittedCount = 0

  public init(diagnostics: [Diagnostic] = [], omittedCount: Int = 0) {
    self.diagnostics = diagnostics
    self.omittedCount = omittedCount
  }
}
