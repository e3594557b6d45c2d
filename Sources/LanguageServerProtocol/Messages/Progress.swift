/// One step of a progress.
package struct ProgressParams: MessageParams, Codable {
  package static let method = "$/progress"

  /// The progress.
  package var token: ProgressToken
  /// What to show.
  package var value: WorkDoneProgress

  package init(token: ProgressToken, value: WorkDoneProgress) {
    self.token = token
    self.value = value
  }

  /// The beginning or the end of a piece of work.
  package struct WorkDoneProgress: Codable, Hashable, Sendable {
    /// `begin` or `end`.
    package var kind: String
    /// What is done; only with `begin`.
    package var title: String?
    /// Whether the user can stop it; only with `begin`.
    package var cancellable: Bool?

    /// The work begins.
    package static func begin(title: String, isCancellable: Bool = false) -> WorkDoneProgress {
      WorkDoneProgress(kind: "begin", title: title, cancellable: isCancellable ? true : nil)
    }
    /// The work is done.
    package static let end = WorkDoneProgress(kind: "end", title: nil)
  }
}

extension ProgressParams: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("token", token)
    writer.member("value", value)
    writer.closeObject()
  }
}

extension ProgressParams.WorkDoneProgress: JSONWritable {
  package func write(to writer: inout JSONWriter) {
    writer.openObject()
    writer.member("kind", kind)
    writer.member(ifPresent: "title", title)
    writer.member(ifPresent: "cancellable", cancellable)
    writer.closeObject()
  }
}
