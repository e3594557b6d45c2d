/// The text of a script as it is sent to a database.
enum ScriptText {
  /// The text, nil when it can't be sent as it is: it is not UTF-8, or has the character NUL.
  static func text(_ bytes: [UInt8]) -> String? {
    bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
  }

  /// The failure that the script at `path` can't be sent.
  static func unreadable(_ path: String) -> WorkflowEnd {
    WorkflowEnd.failure(
      "`\(path)` is no UTF-8 text", help: "save it as UTF-8; other encodings can't be told apart")
  }
}
