/// The error codes of JSON-RPC and LSP that the server uses.
///
/// Source: LSP 3.18, "Response Message".
public enum ErrorCode: Int, Codable, Sendable {
  /// Not JSON, or a header that can't be read.
  case parseError = -32700
  /// JSON, but no request; also any request after `shutdown`.
  case invalidRequest = -32600
  case methodNotFound = -32601
  case invalidParams = -32602
  case internalError = -32603
  /// A request before `initialize`.
  case serverNotInitialized = -32002
  /// The document changed while the answer was made.
  case contentModified = -32801
  /// The client took the request back.
  case requestCancelled = -32800
  /// The server took the request back.
  case serverCancelled = -32802
  /// A request of right form that fails.
  case requestFailed = -32803
}
