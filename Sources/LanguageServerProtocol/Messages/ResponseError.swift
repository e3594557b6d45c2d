/// Why a request has no result.
package struct ResponseError: Error, Codable, Hashable, Sendable {
  /// What went wrong, by number. See ``ErrorCode``; a client may send any number.
  package let code: Int
  /// What went wrong, in words.
  package let message: String

  package init(_ code: ErrorCode, _ message: String) {
    self.code = code.rawValue
    self.message = message
  }
}

extension ResponseError: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("code", code)
    writer.member("message", message)
    writer.closeObject()
  }
}
