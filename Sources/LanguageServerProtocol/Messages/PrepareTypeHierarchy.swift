/// Asks which types stand at a position; answered by a list of ``TypeHierarchyItem``, or null.
package struct PrepareTypeHierarchyParams: MessageParams, Codable {
  package static let method = "textDocument/prepareTypeHierarchy"

  /// The document.
  package let textDocument: TextDocumentIdentifier
  /// The place.
  package let position: Position
}
