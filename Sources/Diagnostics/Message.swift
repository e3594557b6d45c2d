/// The words of a finding: what is wrong, why, and what to do.
///
/// Each part starts in lower case, puts names in backticks and has no full stop. A string literal
/// makes a message without note and help. Secrets of URLs that it quotes are hidden.
public struct Message: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// What is wrong, with the name in question.
  public let text: String
  /// Why it is wrong, nil when the text says enough.
  public let note: String?
  /// What to do.
  public let help: String?

  public init(_ text: String, note: String? = nil, help: String? = nil) {
    self.text = Secrets.masked(text)
    self.note = note.map(Secrets.masked)
    self.help = help.map(Secrets.masked)
  }

  public init(stringLiteral value: String) { self.init(value) }
}
