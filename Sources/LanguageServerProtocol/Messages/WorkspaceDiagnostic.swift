/// Asks for the diagnostics of all documents of the workspace.
public struct WorkspaceDiagnosticParams: MessageParams, Codable {
  public static let method = "workspace/diagnostic"

  /// The answers that the client has.
  public let previousResultIds: [PreviousResultID]
}

/// The diagnostics of all documents of the workspace.
public struct WorkspaceDiagnosticReport: Encodable, Hashable, Sendable {
  /// One for each document.
  public var items: [WorkspaceDocumentDiagnosticReport]

  public init(items: [WorkspaceDocumentDiagnosticReport]) { self.items = items }
}
