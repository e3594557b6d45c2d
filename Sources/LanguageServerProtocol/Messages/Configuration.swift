/// Asks the client for settings. The answer is an array with a value for each item, or nonsense.
public struct ConfigurationParams: MessageParams, Codable {
  public static let method = "workspace/configuration"

  /// What is asked for.
  public var items: [Item]

  public init(items: [Item]) { self.items = items }

  /// One section of the settings.
  public struct Item: Codable, Hashable, Sendable {
    /// The folder or file for which it is asked, nil for the workspace.
    public var scopeUri: DocumentURI?
    /// The name of the section.
    public var section: String

    public init(scopeUri: DocumentURI? = nil, section: String) {
      self.scopeUri = scopeUri
      self.section = section
    }
  }
}

extension ConfigurationParams: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("items", items)
    writer.closeObject()
  }
}

extension ConfigurationParams.Item: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member(ifPresent: "scopeUri", scopeUri)
    writer.member("section", section)
    writer.closeObject()
  }
}
