/// Asks the client to make a change of documents; answered by whether it did.
public struct ApplyWorkspaceEditParams: MessageParams, Sendable {
  public static let method = "workspace/applyEdit"

  /// What the change does, as the user reads it when taking it back.
  public var label: String
  /// The change.
  public var edit: WorkspaceEdit

  public init(label: String, edit: WorkspaceEdit) {
    self.label = label
    self.edit = edit
  }
}

extension ApplyWorkspaceEditParams: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("label", label)
    writer.member("edit", edit)
    writer.closeObject()
  }
}
