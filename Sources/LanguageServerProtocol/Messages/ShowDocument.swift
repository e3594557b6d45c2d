/// Asks the client to show a document; answered by whether it did.
public struct ShowDocumentParams: MessageParams, Codable {
  public static let method = "window/showDocument"

  /// The document.
  public var uri: DocumentURI
  /// Whether it gets the cursor.
  public var takeFocus: Bool

  public init(uri: DocumentURI, takeFocus: Bool) {
    self.uri = uri
    self.takeFocus = takeFocus
  }
}

extension ShowDocumentParams: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("uri", uri)
    writer.member("takeFocus", takeFocus)
    writer.closeObject()
  }
}
