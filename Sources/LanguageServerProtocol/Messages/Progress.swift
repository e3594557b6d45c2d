/// One step of a progress.
public struct ProgressParams: MessageParams, Codable {
  public static let method = "$/progress"

  /// The progress.
  public var token: ProgressToken
  /// What to show.
  public var value: WorkDoneProgress

  public init(token: ProgressToken, value: WorkDoneProgress) {
    self.token = token
    self.value = value
  }

  /// The beginning or the end of a piece of work.
  public struct WorkDoneProgress: Codable, Hashable, Sendable {
    /// `begin` or `end`.
    public var kind: String
    /// What is done; only with `begin`.
    public var title: String?
    /// Whether the user can stop it; only with `begin`.
    public var cancellable: Bool?

    /// The work begins.
    public static func begin(title: String, isCancellable: Bool = false) -> WorkDoneProgress {
      WorkDoneProgress(kind: "begin", title: title, cancellable: isCancellable ? true : nil)
    }
    /// The work is done.
    public static let end = WorkDoneProgress(kind: "end", title: nil)
  }
}

extension ProgressParams: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("token", token)
    writer.member("value", value)
    writer.closeObject()
  }
}

extension ProgressParams.WorkDoneProgress: JSONWritable {
  public func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("kind", kind)
    writer.member(ifPresent: "title", title)
    writer.member(ifPresent: "cancellable", cancellable)
    writer.closeObject()
  }
}
