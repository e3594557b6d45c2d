/// How completion is asked for.
package struct CompletionOptions: Codable, Hashable, Sendable {
  /// The characters whose typing asks, beside those of words.
  package var triggerCharacters = ["@", "\"", ".", "(", "[", " "]
  /// Documentation comes with `completionItem/resolve`.
  package var resolveProvider = true
  /// What is known of items.
  package var completionItem: JSONValue = ["labelDetailsSupport": true]
}
