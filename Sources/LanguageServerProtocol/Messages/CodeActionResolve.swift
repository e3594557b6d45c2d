/// Asks for the edit of a ``CodeAction`` that the user has chosen; answered by the action with it.
package struct CodeActionResolveParams: MessageParams, Codable {
  package static let method = "codeAction/resolve"

  /// The action's title.
  package let title: String
  /// What the server gave along with the action.
  package let data: CodeAction.Origin
}
