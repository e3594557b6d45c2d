/// What can go wrong when a statement meets a live database, and what to do instead.
public struct Hazard: Hashable, Sendable {
  /// The kinds, with codes that stay what they are.
  public enum Code: String, Sendable, CaseIterable {
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
    /// The locks of one script pile up, since it holds all of them until its end.
    case lockPileUp = "M007"
    /// It can't run in a transaction, or not in that of its neighbours.
    case notInTransaction = "M008"
    /// The statement is wrong, and written so because Prisma does.
    case defect = "M009"
    /// A view, a trigger or the like needs what is changed.
    case dependant = "M010"
    /// Something that Prisma does not know of goes along.
    case invisibleObject = "M011"
    /// It does nothing that another object does not do already, or lacks one that is wanted.
    case needless = "M012"
    /// The way back loses something.
    case notReversible = "M013"
    /// The version of PostgreSQL does not know it.
    case version = "M014"

    /// What it means, in a few words.
    public var summary: String {
      switch self {
      case .dataLoss: "data is lost"
      case .probableRename: "something goes and something alike comes: perhaps a rename was meant"
      case .willFail: "it fails where rows stand in the way"
      case .rewrite: "a table is written anew, and nobody can read or write it meanwhile"
      case .longLock: "a table is read to its end, and nobody can write to it meanwhile"
      case .briefExclusiveLock:
        "a lock for a moment, which waits for running transactions and makes everybody wait behind it"
      case .lockPileUp: "the script locks several tables, and holds all of them until its end"
      case .notInTransaction: "it can't run in a transaction, or not in that of its neighbours"
      case .defect: "Prisma's own statement is wrong"
      case .dependant: "a view, trigger, policy or generated column needs what is changed"
      case .invisibleObject: "something that Prisma does not know of goes along"
      case .needless:
        "an index that another one makes needless, or a foreign key without one"
      case .notReversible: "the way back is not safe"
      case .version: "the version of PostgreSQL does not know the statement"
      }
    }
  }

  /// What in the data decides whether it comes true.
  public enum Evidence: Hashable, Sendable {
    /// Any row of the table.
    case rows
    /// Rows without a value in the column.
    case nulls
    /// Rows with a value in the column.
    case values
    /// Values that do not fit into the new type.
    case misfits
    /// Values that occur more than once.
    case duplicates
    /// Rows that refer to a row that there is not.
    case orphans
    /// Values that are no longer labels of the enum.
    case labels
  }

  /// Which kind.
  public let code: Code
  /// What happens, and what to do.
  public let message: String
  /// The columns that it is about, by their names behind the change, or before it where they go; empty
  /// when it is about the table, or about something else.
  public let columns: [String]
  /// What a look at the data would have to find; nil where the data has no part in it.
  public let evidence: Evidence?
  /// Whether it says that the change changes nothing.
  public let isWithoutEffect: Bool

  public init(
    code: Code, message: String, columns: [String] = [], evidence: Evidence? = nil,
    isWithoutEffect: Bool = false
  ) {
    self.isWithoutEffect = isWithoutEffect
    self.code = code
    self.message = message
    self.columns = columns
    self.evidence = evidence
  }
}

/// Names for a message: each between backticks, with "and" before the last.
func named(_ names: [String]) -> String {
  let quoted = names.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " and " + last
}
