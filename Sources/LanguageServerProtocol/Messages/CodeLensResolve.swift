/// Asks for the command of a ``CodeLens``, which the client sends back; answered by the same with it.
package struct CodeLensResolveParams: MessageParams, Codable {
  package static let method = "codeLens/resolve"

  /// Where it is shown.
  package let range: PositionRange
  /// What the server needs to know.
  package let data: CodeLens.Origin
}
