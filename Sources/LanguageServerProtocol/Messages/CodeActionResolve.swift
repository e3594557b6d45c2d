/// Asks for the edit of a ``CodeAction`` that the user has chosen; answered by the action with it.
public struct CodeActionResolveParams: MessageParams, Codable {
  public static let method = "codeAction/resolve"

  /// The action's title.
  public let title: String
  /// What the server gave along with the action.
  public let data: CodeAction.Origin
}
