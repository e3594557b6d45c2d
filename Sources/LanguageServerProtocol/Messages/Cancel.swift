/// Takes a request back. It is answered all the same.
package struct CancelParams: MessageParams, Codable {
  package static let method = "$/cancelRequest"

  /// The request.
  package let id: RequestID
}
