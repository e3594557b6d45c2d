/// The user wants no more of a piece of work.
public struct WorkDoneProgressCancelParams: MessageParams, Codable {
  public static let method = "window/workDoneProgress/cancel"

  /// The progress under which it is shown.
  public let token: ProgressToken
}
