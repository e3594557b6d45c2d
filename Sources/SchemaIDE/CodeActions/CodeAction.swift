import Diagnostics

/// Something that the user may have done to the schema: a fix of what is wrong, or another way to
/// write what is right.
public struct CodeAction: Sendable {
  /// What is done, as the user reads it.
  public let title: String
  /// What kind of action it is.
  public let kind: Kind
  /// Whether it is what nearly always is wanted: what a client does without asking further.
  public internal(set) var isPreferred: Bool
  /// Whether the change makes new files, which not every client can.
  public let createsFiles: Bool
  /// What is wrong and gone afterwards, all in the file that was asked about; empty unless it is a fix.
  public internal(set) var diagnostics: [Diagnostic]
  /// Makes the change. Only called for an action that is chosen, since most are not.
  public let edit: @Sendable () -> SchemaEdit

  public init(
    _ title: String, kind: Kind, isPreferred: Bool = false, diagnostics: [Diagnostic] = [],
    createsFiles: Bool = false, edit: @escaping @Sendable () -> SchemaEdit
  ) {
    self.title = title
    self.kind = kind
    self.isPreferred = isPreferred
    self.createsFiles = createsFiles
    self.diagnostics = diagnostics
    self.edit = edit
  }

  /// The kinds of actions. The raw values are those of the protocol; each part behind a dot says more
  /// than the part before it.
  ///
  /// Source: LSP 3.18, `CodeActionKind`.
  public enum Kind: String, Sendable, CaseIterable {
    case quickFix = "quickfix"
    case extract = "refactor.extract"
    case inline = "refactor.inline"
    case move = "refactor.move"
    case rewrite = "refactor.rewrite"
    case fixAll = "source.fixAll.prisma-lsp"

    /// Whether it is `kind`, or a special case of that.
    public func isKind(of kind: String) -> Bool {
      kind.isEmpty || rawValue == kind || rawValue.hasPrefix(kind + ".")
    }
  }
}
