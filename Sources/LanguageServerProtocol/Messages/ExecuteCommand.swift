/// Asks the server to do one of the commands that it announces; answered by what the command gives.
public struct ExecuteCommandParams: MessageParams, Codable {
  public static let method = "workspace/executeCommand"

  /// The command's name.
  public let command: String
  /// What it is about, nil for nothing.
  public let arguments: [JSONValue]?
  /// Where the client wants to see how far it is, nil when it does not.
  public let workDoneToken: ProgressToken?
}
