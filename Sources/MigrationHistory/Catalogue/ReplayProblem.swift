/// Why a statement can't be applied to what is there.
public enum ReplayProblem: Error, Hashable, Sendable {
  /// What names stand for.
  public enum Object: String, Hashable, Sendable {
    case schema, table, column, constraint, index, type, sequence, label, relation, `extension`
  }

  /// There is nothing of the name.
  case unknown(Object, String)
  /// The name is taken.
  case exists(Object, String)
  /// It is something else than the statement needs.
  case wrongKind(String, expected: Object)
  /// Something needs what would be dropped.
  case inUse(String, by: String)
  /// A foreign key to columns that no key or unique index is made of.
  case noUniqueKey(table: String, columns: [String])
  /// A second primary key.
  case secondPrimaryKey(table: String)
  /// No schema is selected in which something new could be made.
  case noNamespace
  /// A foreign key with other counts of columns on its sides.
  case columnCounts

  /// PostgreSQL's number of the error.
  ///
  /// Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
  public var sqlState: String {
    switch self {
    case .unknown(.schema, _): "3F000"
    case .unknown(.table, _), .unknown(.relation, _), .unknown(.sequence, _): "42P01"
    case .unknown(.column, _): "42703"
    case .unknown: "42704"
    case .exists(.table, _), .exists(.index, _), .exists(.relation, _), .exists(.sequence, _):
      "42P07"
    case .exists(.column, _): "42701"
    case .exists(.schema, _): "42P06"
    case .exists: "42710"
    case .wrongKind: "42809"
    case .inUse: "2BP01"
    case .noUniqueKey, .columnCounts: "42830"
    case .secondPrimaryKey: "42P16"
    case .noNamespace: "3F000"
    }
  }

  /// What is wrong.
  public var message: String {
    switch self {
    case .unknown(let object, let name): "there is no \(object.rawValue) `\(name)`"
    case .exists(let object, let name): "there is already a \(object.rawValue) `\(name)`"
    case .wrongKind(let name, let expected): "`\(name)` is no \(expected.rawValue)"
    case .inUse(let name, let user): "`\(name)` can't be dropped: \(user) needs it"
    case .noUniqueKey(let table, let columns):
      "no key or unique index of the table `\(table)` is made of exactly "
        + columns.map { "`\($0)`" }.joined(separator: ", ")
    case .secondPrimaryKey(let table): "the table `\(table)` has a primary key already"
    case .noNamespace: "no schema is selected in which it could be made"
    case .columnCounts: "the foreign key has more columns on one side than on the other"
    }
  }
}
