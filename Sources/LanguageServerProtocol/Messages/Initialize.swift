/// The first request: who the client is and what it can do.
///
/// Only the shape as a whole is checked: a member of a wrong type counts as missing.
package struct InitializeParams: MessageParams, Decodable {
  package static let method = "initialize"

  /// The process that started the server; it ends when that one is gone. nil when there is none.
  package let processID: Int?
  /// The folder of the workspace, of clients that know only one.
  package let rootURI: DocumentURI?
  /// The folders of the workspace, nil for a client that does not know them.
  package let workspaceFolders: [WorkspaceFolder]?
  /// What the client can do.
  package let capabilities: ClientCapabilities
  /// Settings that the client sends at once.
  package let initializationOptions: JSONValue?
  /// Whether to trace from the start.
  package let trace: TraceValue?

  private enum CodingKeys: String, CodingKey {
    case processID = "processId"
    case rootURI = "rootUri"
    case rootPath, workspaceFolders, capabilities, initializationOptions, trace
  }

  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    processID = try? members.decode(Int.self, forKey: .processID)
    if let uri = try? members.decode(DocumentURI.self, forKey: .rootURI) {
      rootURI = uri
    } else {
      rootURI = (try? members.decode(String.self, forKey: .rootPath)).map(DocumentURI.init(path:))
    }
    workspaceFolders = try? members.decode([WorkspaceFolder].self, forKey: .workspaceFolders)
    capabilities =
      (try? members.decode(ClientCapabilities.self, forKey: .capabilities)) ?? ClientCapabilities()
    initializationOptions = try? members.decode(JSONValue.self, forKey: .initializationOptions)
    trace = try? members.decode(TraceValue.self, forKey: .trace)
  }
}

/// The answer to `initialize`.
package struct InitializeResult: Codable, Hashable, Sendable {
  /// What the server can do.
  package var capabilities: ServerCapabilities
  /// Who it is.
  package var serverInfo: ServerInfo

  package init(capabilities: ServerCapabilities, serverInfo: ServerInfo) {
    self.capabilities = capabilities
    self.serverInfo = serverInfo
  }

  /// Who the server is.
  package struct ServerInfo: Codable, Hashable, Sendable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }
}
