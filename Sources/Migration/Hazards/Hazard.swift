/// What can go wrong when a statement meets a live database, and what to do instead.
package struct Hazard: Hashable, Sendable {
  /// The kinds, with codes that stay what they are.
  package enum Code: String, Sendable, CaseIterable {
    /// Data is lost.
    case dataLoss = "M001"
    /// Something is dropped and something alike is made: a rename was meant.
    case probableRename = "M002"
    /// It fails where rows stand in the way.
    case willFail = "M003"
    /// A table is written anew while nobody can use it.
    case rewrite = "M004"
    /// A table is read to its end while nobody can write to it.
    case longLock = "M005"
    /// A lock that waits for, and stops, everybody for a moment.
    case briefExclusiveLock = "M006"
    /// The statement is wrong, and written so because Prisma does.
    case defect = "M009"
    /// It does nothing that another object does not do already, or lacks one that is wanted.
    case needless = "M012"
    /// The way back loses something.
    case notReversible = "M013"
  }

  /// Which kind.
  package let code: Code
  /// What happens, and what to do.
  package let message: String
}
