/// Looks for names in the whole workspace; answered by a list of ``SymbolInformation``.
public struct WorkspaceSymbolParams: MessageParams, Codable {
  public static let method = "workspace/symbol"

  /// What the user typed.
  public let query: String
}
