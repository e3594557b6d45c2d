/// Why a request has no result.
public struct ResponseError: Error, Codable, Hashable, Sendable {
  /// What went wrong, by number. See ``ErrorCode``; a client may send any number.
  public let code: Int
  /// What went wrong, in words.
  public let message: String

  public init(_ code: ErrorCode, _ message: String) {
    self.code = code.rawValue
    self.message = message
  }
}

extension ResponseError: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("code", code)
    writer.member("message", message)
    writer.closeObject()
  }
}
