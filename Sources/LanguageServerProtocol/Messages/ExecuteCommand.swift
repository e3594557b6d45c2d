/// Asks the server to do one of the commands that it announces; answered by what the command gives.
package struct ExecuteCommandParams: MessageParams, Codable {
  package static let method = "workspace/executeCommand"

  /// The command's name.
  package let command: String
  /// What it is about, nil for nothing.
  package let arguments: [JSONValue]?
  /// Where the client wants to see how far it is, nil when it does not.
  package let workDoneToken: ProgressToken?
}
