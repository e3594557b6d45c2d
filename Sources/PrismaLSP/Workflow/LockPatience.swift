/// How long migrations wait for locks that other transactions hold, and how often they try again.
///
/// A statement that waits for a lock makes all that come behind it wait too. So it is better to give up
/// soon, let the others through, and come back.
struct LockPatience: Hashable, Sendable {
  /// How long one statement waits.
  let limit: Duration
  /// What is waited between attempts, in turn.
  static let pauses: [Duration] = [
    .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(16),
  ]

  /// Understands `500ms`, `5s`, `1min` and a bare number of seconds; nil for anything else, and beyond an
  /// hour.
  init?(_ text: String) {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard let number = Int(digits), number > 0, digits.utf8.count <= 7 else { return nil }
    let limit: Duration
    switch text.dropFirst(digits.count) {
    case "ms": limit = .milliseconds(number)
    case "", "s": limit = .seconds(number)
    case "min": limit = .seconds(number * 60)
    default: return nil
    }
    guard limit <= .seconds(3600) else { return nil }
    self.limit = limit
  }
}
