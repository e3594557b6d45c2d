/// Something that the user may have done to documents.
public struct CodeAction: Hashable, Sendable {
  /// Where an action comes from, by which it is found again when it is chosen.
  public struct Origin: Codable, Hashable, Sendable {
    /// The document.
    public var textDocument: TextDocumentIdentifier
    /// Its version, nil when it is not open.
    public var version: Int?
    /// What was selected.
    public var range: PositionRange
    /// The kind of the action.
    public var kind: String
    /// The rule of the first diagnostic that it mends, nil when it mends none.
    public var rule: String?
    /// Where that diagnostic begins, in UTF-8 bytes from the start of the document.
    public var offset: Int?

    public init(
      textDocument: TextDocumentIdentifier, version: Int?, range: PositionRange, kind: String,
      rule: String?, offset: Int?
    ) {
      self.textDocument = textDocument
      self.version = version
      self.range = range
      self.kind = kind
      self.rule = rule
      self.offset = offset
    }
  }

  /// What the user reads.
  public var title: String
  /// LSP's `CodeActionKind`.
  public var kind: String
  /// The diagnostics that are gone afterwards.
  public var diagnostics: [Diagnostic]
  /// Whether it is what nearly always is wanted.
  public var isPreferred: Bool
  /// The change, nil when the client has to ask for it.
  public var edit: WorkspaceEdit?
  /// What is done instead of a change, or behind it.
  public var command: Command?
  /// What the client sends back to ask for the change.
  public var data: Origin?

  public init(
    title: String, kind: String, diagnostics: [Diagnostic], isPreferred: Bool,
    edit: WorkspaceEdit?, command: Command? = nil, data: Origin?
  ) {
    self.title = title
    self.kind = kind
    self.diagnostics = diagnostics
    self.isPreferred = isPreferred
    self.edit = edit
    self.command = command
    self.data = data
  }
}

extension CodeAction: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("title", title)
    writer.member("kind", kind)
    if !diagnostics.isEmpty { writer.member("diagnostics", diagnostics) }
    if isPreferred { writer.member("isPreferred", true) }
    writer.member(ifPresent: "edit", edit)
    writer.member(ifPresent: "command", command)
    writer.member(ifPresent: "data", data)
    writer.closeObject()
  }
}

extension CodeAction.Origin: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.name("textDocument")
    writer.openObject()
    writer.member("uri", textDocument.uri.string)
    writer.closeObject()
    writer.member(ifPresent: "version", version)
    writer.member("range", range)
    writer.member("kind", kind)
    writer.member(ifPresent: "rule", rule)
    writer.member(ifPresent: "offset", offset)
    writer.closeObject()
  }
}
