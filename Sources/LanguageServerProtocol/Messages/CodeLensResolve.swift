/// Asks for the command of a ``CodeLens``, which the client sends back; answered by the same with it.
public struct CodeLensResolveParams: MessageParams, Codable {
  public static let method = "codeLens/resolve"

  /// Where it is shown.
  public let range: PositionRange
  /// What the server needs to know.
  public let data: CodeLens.Origin
}
