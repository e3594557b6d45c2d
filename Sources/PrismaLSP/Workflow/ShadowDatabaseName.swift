import FoundationEssentials

/// The name of a shadow database, which tells the session of the server that made it: when that one is
/// gone, nobody needs the database any more.
///
/// Behind ``start`` stands a UUID of version 8, which everybody may fill as they like: the number of the
/// session's process in 8 digits, its start in 13, between which and around which stand the digits that all
/// such UUIDs have, and chance in the other 9.
///
/// Source: https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8
struct ShadowDatabaseName: Hashable {
  /// A session of a server.
  struct Session: Hashable {
    /// The number of its process.
    let process: UInt32
    /// When it began, in microseconds since 1970; nil where one may not see that.
    let start: UInt64?

    init(process: UInt32, start: UInt64?) {
      self.process = process
      self.start = start
    }

    /// Reads a row with its two numbers.
    init?(_ row: [String?]) {
      guard row.count == 2, let process = row[0].flatMap({ UInt32($0) }) else { return nil }
      self.init(process: process, start: row[1].flatMap { UInt64($0) })
    }
  }

  /// What all of them begin with, also those that Prisma makes.
  static let start = "prisma_migrate_shadow_db_"
  /// One that tells nothing.
  static var random: String { start + UUID().uuidString.lowercased() }

  /// How many digits the start of a session has.
  private static let timeDigits = 13

  let text: String
  private let session: Session

  /// A new name; nil where the start of the session isn't known.
  init?(of session: Session) {
    guard let start = session.start else { return nil }
    let process = Self.digits(UInt64(session.process), count: 8)
    let time = Array(Self.digits(start, count: Self.timeDigits))
    guard time.count == Self.timeDigits else { return nil }
    let chance = UInt64.random(in: 0..<(1 << 36))
    text =
      Self.start + process + "-" + String(time[..<4]) + "-8" + String(time[4..<7]) + "-8"
      + String(time[7..<10]) + "-" + String(time[10...]) + Self.digits(chance, count: 9)
    self.session = session
  }

  /// Understands the names that this program makes, no others.
  init?(_ text: String) {
    guard text.hasPrefix(Self.start) else { return nil }
    let groups = text.dropFirst(Self.start.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.count) == [8, 4, 4, 4, 12], groups[2].first == "8", groups[3].first == "8",
      let process = UInt32(groups[0], radix: 16),
      let start = UInt64(
        groups[1] + groups[2].dropFirst() + groups[3].dropFirst() + groups[4].prefix(3), radix: 16)
    else { return nil }
    self.text = text
    session = Session(process: process, start: start)
  }

  /// Whether it may have been made by a session.
  func isOf(_ other: Session) -> Bool {
    other.process == session.process && (other.start == nil || other.start == session.start)
  }

  /// A number with small hexadecimal digits, at least `count`.
  private static func digits(_ number: UInt64, count: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
