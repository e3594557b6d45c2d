import LanguageServerProtocol
import Testing

struct WorkspaceEditTests {
  private func json(_ hasDocumentChanges: Bool) -> String {
    let start = Position(line: 0, character: 0)
    let edit = TextEdit(range: PositionRange(start: start, end: start), newText: "x")
    let value = WorkspaceEdit(
      created: [DocumentURI("file:///b")],
      documents: [
        WorkspaceEdit.DocumentEdits(
          uri: DocumentURI("file:///a"), version: 3,
          edits: [WorkspaceEdit.AnnotatedEdit(edit: edit, annotation: "0")])
      ],
      annotations: [
        WorkspaceEdit.Annotation(id: "0", label: "l", description: nil, needsConfirmation: true)
      ],
      hasDocumentChanges: hasDocumentChanges)
    return String(decoding: value.json, as: UTF8.self)
  }

  @Test func `document changes have versions, new files and annotations`() {
    let range = #"{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}"#
    #expect(
      json(true)
        == #"{"documentChanges":[{"kind":"create","uri":"file:///b"},"#
        + #"{"textDocument":{"uri":"file:///a","version":3},"#
        + #""edits":[{"range":\#(range),"newText":"x","annotationId":"0"}]}],"#
        + #""changeAnnotations":{"0":{"label":"l","needsConfirmation":true}}}"#)
  }

  @Test func `plain changes are by document`() {
    let range = #"{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}"#
    #expect(
      json(false) == #"{"changes":{"file:///a":[{"range":\#(range),"newText":"x"}]}}"#)
  }
}
