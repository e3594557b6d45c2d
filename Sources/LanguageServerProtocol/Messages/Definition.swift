/// Asks where what stands at a position is declared; answered by a ``NavigationAnswer``.
public struct DefinitionParams: MessageParams, Codable {
  public static let method = "textDocument/definition"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
}
