/// Asks the client to make a change of documents; answered by whether it did.
package struct ApplyWorkspaceEditParams: MessageParams, Sendable {
  package static let method = "workspace/applyEdit"

  /// What the change does, as the user reads it when taking it back.
  package var label: String
  /// The change.
  package var edit: WorkspaceEdit

  package init(label: String, edit: WorkspaceEdit) {
    self.label = label
    self.edit = edit
  }
}

extension ApplyWorkspaceEditParams: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("label", label)
    writer.member("edit", edit)
    writer.closeObject()
  }
}
