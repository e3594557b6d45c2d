/// Asks which types stand at a position; answered by a list of ``TypeHierarchyItem``, or null.
public struct PrepareTypeHierarchyParams: MessageParams, Codable {
  public static let method = "textDocument/prepareTypeHierarchy"

  /// The document.
  public let textDocument: TextDocumentIdentifier
  /// The place.
  public let position: Position
}
