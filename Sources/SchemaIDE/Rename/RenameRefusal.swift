/// Why something can't be renamed, told before anything changes.
public struct RenameRefusal: Error, Hashable, Sendable {
  /// The reason, as a sentence for the user without its full stop.
  public let message: String

  init(_ message: String) { self.message = message }
}
