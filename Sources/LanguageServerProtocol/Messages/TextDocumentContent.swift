/// Asks for the text of a document that only the server has; answered by ``TextDocumentContentResult``.
///
/// Source: LSP 3.18, `workspace/textDocumentContent`.
public struct TextDocumentContentParams: MessageParams, Codable {
  public static let method = "workspace/textDocumentContent"

  /// The document.
  public let uri: DocumentURI
}

/// The text of a document that only the server has.
public struct TextDocumentContentResult: Hashable, Sendable {
  /// All of it.
  public var text: String

  public init(text: String) { self.text = text }
}

extension TextDocumentContentResult: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("text", text)
    writer.closeObject()
  }
}

/// Asks the client to ask for the text of a document anew.
public struct TextDocumentContentRefreshParams: MessageParams, Codable {
  public static let method = "workspace/textDocumentContent/refresh"

  /// The document.
  public var uri: DocumentURI

  public init(uri: DocumentURI) { self.uri = uri }
}

extension TextDocumentContentRefreshParams: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("uri", uri)
    writer.closeObject()
  }
}
