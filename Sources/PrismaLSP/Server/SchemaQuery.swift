import LanguageServerProtocol
import SchemaIDE
import SchemaModel
import SchemaParser

/// One schema as a request sees it: its analysis, and what turns answers in offsets into those of the
/// protocol. A value, used away from the server's actor.
struct SchemaQuery: Sendable {
  /// One moment of the schema.
  let analysis: Analysis
  /// The addresses of its files, in their order.
  let uris: [DocumentURI]
  /// The open documents.
  let documents: [FileID: Document]
  /// What positions count.
  let conversions: Conversions
  /// What the client can show.
  let client: ClientCapabilities
  /// What the user wants.
  let settings: Settings
  /// What is around the schema.
  let project: ProjectFacts
  /// What the next migration would do; nil before the user has asked for it, and while it is not known.
  let migration: MigrationPreview?
  /// Whether the answer is still wanted.
  let interest: Interest

  /// The tree of a file, which has to exist.
  func tree(_ file: Int) -> SyntaxTree { analysis.files[file].tree }

  /// A stretch of a file as a range of positions.
  func range(_ range: TextRange, inFile file: Int) -> PositionRange {
    ranges([range], inFile: file)[0]
  }

  /// Stretches of a file as ranges of positions, in their order. Cheaper than one after the other.
  func ranges(_ ranges: [TextRange], inFile file: Int) -> [PositionRange] {
    conversions.ranges(of: ranges, in: tree(file))
  }

  /// Places as locations, in their order.
  func locations(_ places: [FileRange]) -> [Location] {
    converted(places) { Location(uri: $0, range: $1) }
  }

  /// Places with their addresses and ranges, in their order.
  func converted<Value>(
    _ places: [FileRange], _ make: (DocumentURI, PositionRange) -> Value
  ) -> [Value] {
    var indexes: [Int: [Int]] = [:]
    for (index, place) in places.enumerated() where uris.indices.contains(place.file) {
      indexes[place.file, default: []].append(index)
    }
    var result = [Value?](repeating: nil, count: places.count)
    for (file, indexes) in indexes {
      let ranges = ranges(indexes.map { places[$0].range }, inFile: file)
      for (index, range) in zip(indexes, ranges) { result[index] = make(uris[file], range) }
    }
    return result.compactMap(\.self)
  }

  /// Edits of a file in positions.
  func textEdits(
    _ edits: [SchemaParser.TextEdit], inFile file: Int
  ) -> [LanguageServerProtocol.TextEdit] {
    zip(edits, ranges(edits.map(\.range), inFile: file)).map { edit, range in
      LanguageServerProtocol.TextEdit(
        range: range, newText: String(decoding: edit.replacement, as: UTF8.self))
    }
  }

  /// A change of files as the client can take it; nil when it asks for more than the client can do:
  /// a new file.
  func workspaceEdit(_ edit: SchemaEdit) -> WorkspaceEdit? {
    if !edit.newFiles.isEmpty && !(client.hasDocumentChanges && client.createsFiles) { return nil }
    var created: [DocumentURI] = []
    var changed: [WorkspaceEdit.DocumentEdits] = []
    for file in edit.newFiles {
      let uri = DocumentURI(path: file.path)
      created.append(uri)
      let start = Position(line: 0, character: 0)
      let whole = LanguageServerProtocol.TextEdit(
        range: PositionRange(start: start, end: start), newText: file.text)
      changed.append(
        WorkspaceEdit.DocumentEdits(
          uri: uri, version: nil, edits: [WorkspaceEdit.AnnotatedEdit(edit: whole)]))
    }
    let isAnnotated = client.hasDocumentChanges && client.hasChangeAnnotations
    for file in edit.changedFiles where uris.indices.contains(file) {
      let replacements = edit.sorted(file)
      let edits = zip(replacements, textEdits(replacements.map(\.edit), inFile: file)).map {
        WorkspaceEdit.AnnotatedEdit(
          edit: $1, annotation: isAnnotated ? $0.annotation.map { String($0) } : nil)
      }
      changed.append(
        WorkspaceEdit.DocumentEdits(
          uri: uris[file], version: documents[analysis.files[file].path]?.version, edits: edits))
    }
    let annotations = edit.annotations.enumerated().map { index, annotation in
      WorkspaceEdit.Annotation(
        id: String(index), label: annotation.label, description: annotation.description,
        needsConfirmation: annotation.needsConfirmation)
    }
    return WorkspaceEdit(
      created: created, documents: changed, annotations: isAnnotated ? annotations : [],
      hasDocumentChanges: client.hasDocumentChanges)
  }
}

/// A request about one document of a schema.
struct DocumentQuery: Sendable {
  /// The schema that the document belongs to.
  let schema: SchemaQuery
  /// The document's index in ``Analysis/files``.
  let file: Int

  /// One moment of the schema.
  var analysis: Analysis { schema.analysis }
  /// The same as it is meant where braces are missing, for asking what names stand for.
  var meant: Analysis { schema.analysis.meant }
  /// The document's text.
  var tree: SyntaxTree { schema.tree(file) }
  /// The document's address.
  var uri: DocumentURI { schema.uris[file] }
  /// The name of the document's file.
  var path: FileID { analysis.files[file].path }
  /// The document's version, nil when it is not open.
  var version: Int? { schema.documents[path]?.version }

  /// A position in the document, in UTF-8 bytes from its start.
  func offset(of position: Position) -> Int { schema.conversions.offset(of: position, in: tree) }
  /// A range of the document, in UTF-8 bytes from its start.
  func range(of range: PositionRange) -> TextRange { schema.conversions.range(of: range, in: tree) }
  /// A stretch of the document as a range of positions.
  func range(_ range: TextRange) -> PositionRange { schema.range(range, inFile: file) }
  /// Stretches of the document as ranges of positions, in their order.
  func ranges(_ ranges: [TextRange]) -> [PositionRange] { schema.ranges(ranges, inFile: file) }
}
