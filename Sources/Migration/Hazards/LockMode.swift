/// What a statement holds a table with until its transaction ends, in ascending strength.
///
/// Source: https://www.postgresql.org/docs/current/explicit-locking.html
public enum LockMode: String, Sendable, CaseIterable, Comparable {
  case accessShare = "ACCESS SHARE"
  case rowShare = "ROW SHARE"
  case rowExclusive = "ROW EXCLUSIVE"
  case shareUpdateExclusive = "SHARE UPDATE EXCLUSIVE"
  case share = "SHARE"
  case shareRowExclusive = "SHARE ROW EXCLUSIVE"
  case exclusive = "EXCLUSIVE"
  case accessExclusive = "ACCESS EXCLUSIVE"

  /// Whether nobody else can write to the table meanwhile.
  public var stopsWriting: Bool { self >= .share }

  public static func < (left: LockMode, right: LockMode) -> Bool { left.place < right.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
