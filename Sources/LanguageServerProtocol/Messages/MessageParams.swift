/// The parameters of a request or notification, which know its name.
public protocol MessageParams: Sendable {
  /// The name on the wire, such as `textDocument/didOpen`.
  static var method: String { get }
}
