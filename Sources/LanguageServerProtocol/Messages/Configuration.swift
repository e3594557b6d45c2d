/// Asks the client for settings. The answer is an array with a value for each item, or nonsense.
package struct ConfigurationParams: MessageParams, Codable {
  package static let method = "workspace/configuration"

  /// What is asked for.
  package var items: [Item]

  package init(items: [Item]) { self.items = items }

  /// One section of the settings.
  package struct Item: Codable, Hashable, Sendable {
    /// The folder or file for which it is asked, nil for the workspace.
    package var scopeUri: DocumentURI?
    /// The name of the section.
    package var section: String

    package init(scopeUri: DocumentURI? = nil, section: String) {
      self.scopeUri = scopeUri
      self.section = section
    }
  }
}

extension ConfigurationParams: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("items", items)
    writer.closeObject()
  }
}

extension ConfigurationParams.Item: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member(ifPresent: "scopeUri", scopeUri)
    writer.member("section", section)
    writer.closeObject()
  }
}
