/// A folder that is open in the client.
public struct WorkspaceFolder: Codable, Hashable, Sendable {
  /// Its address.
  public let uri: DocumentURI
  /// The name that the client shows.
  public let name: String?

  public init(uri: DocumentURI, name: String? = nil) {
    self.uri = uri
    self.name = name
  }

  /// Nil when `value` is none.
  init?(_ value: JSONValue) {
    guard let uri = value["uri"]?.string else { return nil }
    switch value["name"] {
    case nil, .null: name = nil
    case .string(let text): name = text
    default: return nil
    }
    self.uri = DocumentURI(uri)
  }
}
