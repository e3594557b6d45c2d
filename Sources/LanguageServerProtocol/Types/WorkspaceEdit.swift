/// Changes of several documents, which a client applies as a whole.
///
/// Written as `documentChanges` where the client takes them, else as `changes`.
public struct WorkspaceEdit: Hashable, Sendable {
  /// An edit, perhaps of a group with an annotation.
  public struct AnnotatedEdit: Hashable, Sendable {
    /// The edit.
    public var edit: TextEdit
    /// The key in ``WorkspaceEdit/annotations``, nil when the edit belongs to none.
    public var annotation: String?

    public init(edit: TextEdit, annotation: String? = nil) {
      self.edit = edit
      self.annotation = annotation
    }
  }

  /// The edits of one document.
  public struct DocumentEdits: Hashable, Sendable {
    /// The document.
    public var uri: DocumentURI
    /// The version that the edits are for, nil when the document is not open.
    public var version: Int?
    /// The edits.
    public var edits: [AnnotatedEdit]

    public init(uri: DocumentURI, version: Int?, edits: [AnnotatedEdit]) {
      self.uri = uri
      self.version = version
      self.edits = edits
    }
  }

  /// LSP's `ChangeAnnotation`.
  public struct Annotation: Hashable, Sendable {
    /// The name in ``AnnotatedEdit/annotation``.
    public var id: String
    /// What the edits do.
    public var label: String
    /// More on that.
    public var description: String?
    /// Whether the user shall be asked.
    public var needsConfirmation: Bool

    public init(id: String, label: String, description: String?, needsConfirmation: Bool) {
      self.id = id
      self.label = label
      self.description = description
      self.needsConfirmation = needsConfirmation
    }
  }

  /// Files that are created, before anything else, and not if they exist.
  public var created: [DocumentURI]
  /// The edits.
  public var documents: [DocumentEdits]
  /// The groups that edits belong to.
  public var annotations: [Annotation]
  /// Whether `documentChanges` is written. Without it nothing can be created, and no version is told.
  public var hasDocumentChanges: Bool

  public init(
    created: [DocumentURI] = [], documents: [DocumentEdits], annotations: [Annotation] = [],
    hasDocumentChanges: Bool
  ) {
    self.created = created
    self.documents = documents
    self.annotations = annotations
    self.hasDocumentChanges = hasDocumentChanges
  }
}

extension WorkspaceEdit: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    if hasDocumentChanges { writeDocumentChanges(to: &writer) } else { writeChanges(to: &writer) }
    writer.closeObject()
  }

  private func writeChanges(to writer: inout JSONWriter) {
    writer.name("changes")
    writer.openObject()
    for document in documents {
      writer.name(dynamic: document.uri.string)
      document.edits.map(\.edit).write(to: &writer)
    }
    writer.closeObject()
  }

  private func writeDocumentChanges(to writer: inout JSONWriter) {
    writer.name("documentChanges")
    writer.openArray()
    for uri in created {
      writer.openObject()
      writer.member("kind", "create")
      writer.member("uri", uri.string)
      writer.closeObject()
    }
    for document in documents {
      writer.openObject()
      writer.name("textDocument")
      writer.openObject()
      writer.member("uri", document.uri.string)
      writer.member("version", document.version)
      writer.closeObject()
      writer.member("edits", document.edits)
      writer.closeObject()
    }
    writer.closeArray()
    if annotations.isEmpty { return }
    writer.name("changeAnnotations")
    writer.openObject()
    for annotation in annotations {
      writer.name(dynamic: annotation.id)
      writer.openObject()
      writer.member("label", annotation.label)
      writer.member("needsConfirmation", annotation.needsConfirmation)
      writer.member(ifPresent: "description", annotation.description)
      writer.closeObject()
    }
    writer.closeObject()
  }
}

extension WorkspaceEdit.AnnotatedEdit: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("range", edit.range)
    writer.member("newText", edit.newText)
    writer.member(ifPresent: "annotationId", annotation)
    writer.closeObject()
  }
}
