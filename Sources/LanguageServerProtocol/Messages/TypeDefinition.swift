/// Asks where the type of what stands at a position is declared; answered by a ``NavigationAnswer``.
public struct TypeDefinitionParams: MessageParams, Codable {
  public static let method = "textDocument/typeDefinition"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
}
