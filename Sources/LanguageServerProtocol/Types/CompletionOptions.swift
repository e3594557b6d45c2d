/// How completion is asked for.
public struct CompletionOptions: Codable, Hashable, Sendable {
  /// The characters whose typing asks, beside those of words.
  public var triggerCharacters = ["@", "\"", ".", "(", "[", " "]
  /// Documentation comes with `completionItem/resolve`.
  public var resolveProvider = true
  /// What is known of items.
  public var completionItem: JSONValue = ["labelDetailsSupport": true]
}
