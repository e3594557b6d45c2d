/// Asks for the diagnostics of all documents of the workspace.
package struct WorkspaceDiagnosticParams: MessageParams, Codable {
  package static let method = "workspace/diagnostic"

  /// The answers that the client has.
  package let previousResultIds: [PreviousResultID]
}

/// The diagnostics of all documents of the workspace.
package struct WorkspaceDiagnosticReport: Encodable, Hashable, Sendable {
  /// One for each document.
  package var items: [WorkspaceDocumentDiagnosticReport]

  package init(items: [WorkspaceDocumentDiagnosticReport]) { self.items = items }
}
