/// How the client indents.
public struct FormattingOptions: Codable, Hashable, Sendable {
  /// The width of a tab.
  public let tabSize: Int
  /// Whether to indent with spaces rather than tabs.
  public let insertSpaces: Bool
}
