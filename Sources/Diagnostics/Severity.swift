/// How bad a finding is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// The schema does not work like this.
  case error
  /// It works, but probably not as meant.
  case warning
  /// Something to know.
  case hint

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .hint: 2
    }
  }
}
