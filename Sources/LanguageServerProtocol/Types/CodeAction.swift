/// Something that the user may have done to documents.
package struct CodeAction: Hashable, Sendable {
  /// Where an action comes from, by which it is found again when it is chosen.
  package struct Origin: Codable, Hashable, Sendable {
    /// The document.
    package var textDocument: TextDocumentIdentifier
    /// Its version, nil when it is not open.
    package var version: Int?
    /// What was selected.
    package var range: PositionRange
    /// The kind of the action.
    package var kind: String
    /// The rule of the first diagnostic that it mends, nil when it mends none.
    package var rule: String?
    /// Where that diagnostic begins, in UTF-8 bytes from the start of the document.
    package var offset: Int?

    package init(
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
  package var title: String
  /// LSP's `CodeActionKind`.
  package var kind: String
  /// The diagnostics that are gone afterwards.
  package var diagnostics: [Diagnostic]
  /// Whether it is what nearly always is wanted.
  package var isPreferred: Bool
  /// The change, nil when the client has to ask for it.
  package var edit: WorkspaceEdit?
  /// What is done instead of a change, or behind it.
  package var command: Command?
  /// What the client sends back to ask for the change.
  package var data: Origin?

  package init(
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
  package func write(to writer: inout JSONWriter) {
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
  package func write(to writer: inout JSONWriter) {
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
