/// Asks what carries out what stands at a position; answered by a ``NavigationAnswer``.
public struct ImplementationParams: MessageParams, Codable {
  public static let method = "textDocument/implementation"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
}
