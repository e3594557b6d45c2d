/// Takes a request back. It is answered all the same.
public struct CancelParams: MessageParams, Codable {
  public static let method = "$/cancelRequest"

  /// The request.
  public let id: RequestID
}
