/// What a statement holds a table with until its transaction ends, in ascending strength.
///
/// Source: https://www.postgresql.org/docs/current/explicit-locking.html
package enum LockMode: String, Sendable, CaseIterable {
  case accessShare = "ACCESS SHARE"
  case rowShare = "ROW SHARE"
  case rowExclusive = "ROW EXCLUSIVE"
  case shareUpdateExclusive = "SHARE UPDATE EXCLUSIVE"
  case share = "SHARE"
  case shareRowExclusive = "SHARE ROW EXCLUSIVE"
  case exclusive = "EXCLUSIVE"
  case accessExclusive = "ACCESS EXCLUSIVE"
}
