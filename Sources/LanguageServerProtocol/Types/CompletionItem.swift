/// Something that can be written at a position.
public struct CompletionItem: Hashable, Sendable {
  /// What is shown.
  public var label: String
  /// Shown behind the label, less prominently.
  public var labelDetail: String?
  /// Shown at the line's end, less prominently.
  public var labelDescription: String?
  /// What it is.
  public var kind: CompletionItemKind
  /// More about it in a line, for clients without label details.
  public var detail: String?
  /// What the client sorts by; nil for the label.
  public var sortText: String?
  /// What the client compares with the typed text; nil for the label.
  public var filterText: String?
  /// Whether it is selected at first.
  public var isPreselected = false
  /// What is written.
  public var newText: String
  /// What it replaces, nil when that is what the list says.
  public var editRange: PositionRange?
  /// Whether ``newText`` is a snippet.
  public var isSnippet = false
  /// What else changes, in the same document.
  public var additionalTextEdits: [TextEdit] = []
  /// What the server wants back for the documentation.
  public var data: Data?

  /// What names the documentation of an item, in the document that it is for.
  public struct Data: Hashable, Sendable {
    /// The document.
    public var uri: String
    /// What the documentation is about, in words of the server's own.
    public var subject: [String]

    public init(uri: String, subject: [String]) {
      self.uri = uri
      self.subject = subject
    }
  }

  public init(label: String, kind: CompletionItemKind, newText: String) {
    self.label = label
    self.kind = kind
    self.newText = newText
  }
}

extension CompletionItem {
  /// Writes the item.
  ///
  /// - Parameter range: what it replaces when it does not say so itself, nil when the list does.
  func write(to writer: inout JSONWriter, replacing range: PositionRange?) {
    writer.openObject()
    writer.member("label", label)
    if labelDetail != nil || labelDescription != nil {
      writer.name("labelDetails")
      writer.openObject()
      writer.member(ifPresent: "detail", labelDetail)
      writer.member(ifPresent: "description", labelDescription)
      writer.closeObject()
    }
    writer.member("kind", kind.rawValue)
    writer.member(ifPresent: "detail", detail)
    writer.member(ifPresent: "sortText", sortText)
    writer.member(ifPresent: "filterText", filterText)
    if isPreselected { writer.member("preselect", true) }
    if isSnippet { writer.member("insertTextFormat", 2) }
    if let range = editRange ?? range {
      writer.name("textEdit")
      writer.openObject()
      writer.member("range", range)
      writer.member("newText", newText)
      writer.closeObject()
    } else if newText != label {
      writer.member("textEditText", newText)
    }
    if !additionalTextEdits.isEmpty { writer.member("additionalTextEdits", additionalTextEdits) }
    writer.member(ifPresent: "data", data)
    writer.closeObject()
  }
}

// Written by hand, since a list has hundreds of them, and `JSONEncoder` takes microseconds for each.
extension CompletionItem.Data: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("uri", uri)
    writer.member("subject", subject)
    writer.closeObject()
  }
}
