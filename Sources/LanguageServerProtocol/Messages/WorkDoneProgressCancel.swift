/// The user wants no more of a piece of work.
package struct WorkDoneProgressCancelParams: MessageParams, Codable {
  package static let method = "window/workDoneProgress/cancel"

  /// The progress under which it is shown.
  package let token: ProgressToken
}
