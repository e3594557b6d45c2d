/// Looks for names in the whole workspace; answered by a list of ``SymbolInformation``.
package struct WorkspaceSymbolParams: MessageParams, Codable {
  package static let method = "workspace/symbol"

  /// What the user typed.
  package let query: String
}
