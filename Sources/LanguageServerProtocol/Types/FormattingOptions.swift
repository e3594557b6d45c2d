/// How the client indents.
package struct FormattingOptions: Codable, Hashable, Sendable {
  /// The width of a tab.
  package let tabSize: Int
  /// Whether to indent with spaces rather than tabs.
  package let insertSpaces: Bool
}
