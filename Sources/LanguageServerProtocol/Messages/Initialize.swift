/// The first request: who the client is and what it can do.
///
/// Only the shape as a whole is checked: a member of a wrong type counts as missing.
public struct InitializeParams: MessageParams, Decodable {
  public static let method = "initialize"

  /// The process that started the server; it ends when that one is gone. nil when there is none.
  public let processID: Int?
  /// The folder of the workspace, of clients that know only one.
  public let rootURI: DocumentURI?
  /// The folders of the workspace, nil for a client that does not know them.
  public let workspaceFolders: [WorkspaceFolder]?
  /// What the client can do.
  public let capabilities: ClientCapabilities
  /// Settings that the client sends at once.
  public let initializationOptions: JSONValue?
  /// Whether to trace from the start.
  public let trace: TraceValue?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case processID = "processId"
    case rootURI = "rootUri"
    case rootPath, workspaceFolders, capabilities, initializationOptions, trace
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    var members: [String: JSONValue] = [:]
    for key in CodingKeys.allCases {
      members[key.rawValue] = try? container.decode(JSONValue.self, forKey: key)
    }
    self.init(members: members)
  }

  /// - Parameter members: those of the message's parameters.
  init(members: [String: JSONValue]) {
    func member(_ key: CodingKeys) -> JSONValue? { members[key.rawValue] }
    processID = member(.processID)?.integer
    rootURI =
      member(.rootURI)?.string.map { DocumentURI($0) }
      ?? member(.rootPath)?.string.map(DocumentURI.init(path:))
    let folders = member(.workspaceFolders)?.array
    let known = folders?.compactMap(WorkspaceFolder.init)
    workspaceFolders = known?.count == folders?.count ? known : nil
    capabilities = member(.capabilities).map(ClientCapabilities.init) ?? ClientCapabilities()
    initializationOptions = member(.initializationOptions)
    trace = member(.trace)?.string.flatMap(TraceValue.init)
  }
}

/// The answer to `initialize`.
public struct InitializeResult: Codable, Hashable, Sendable {
  /// What the server can do.
  public var capabilities: ServerCapabilities
  /// Who it is.
  public var serverInfo: ServerInfo

  public init(capabilities: ServerCapabilities, serverInfo: ServerInfo) {
    self.capabilities = capabilities
    self.serverInfo = serverInfo
  }

  /// Who the server is.
  public struct ServerInfo: Codable, Hashable, Sendable {
    public var name: String
    public var version: String

    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }
}
