extension Hazard {
  /// What a loss of data, or what rows stand in the way of, means.
  public init(_ loss: DataLoss) {
    switch loss {
    case .dropTable(let table):
      self.init(lost: "the table `\(table)` goes with all its rows", .rows)
    case .dropColumn(let table, let column):
      self.init(
        lost: "the column `\(column)` of `\(table)` goes with all its values", .values, [column])
    case .columnRecreated(let table, let column):
      self.init(
        lost: "the column `\(column)` of `\(table)` is made anew, and all its values are lost",
        .values, [column])
    case .recreatedRequired(let table, let column):
      self.init(
        fails:
          "the column `\(column)` of `\(table)` is made anew as a required one, which fails as soon as "
          + "there is a row; its values would be lost", .rows, [column])
    case .enumValuesRemoved(let type, let values):
      self.init(
        fails:
          "rows that hold \(named(values)) of `\(type)` make it fail; change them first", .labels)
    case .riskyCast(let table, let column, let from, let to):
      self.init(
        fails: "values of `\(column)` in `\(table)` may not fit when `\(from)` becomes `\(to)`",
        .misfits, [column])
    case .primaryKeyChanged(let table):
      self.init(
        code: .notReversible,
        message: "the primary key of `\(table)` goes before the new one stands; foreign keys that "
          + "refer to it make that fail")
    case .uniqueAdded(let table, let columns):
      self.init(
        fails:
          "rows of `\(table)` with the same \(named(columns)) make it fail; look for duplicates first",
        .duplicates, columns)
    case .addedRequired(let table, let column):
      self.init(
        fails:
          "a required column without a default fails as soon as `\(table)` has a row; add `\(column)` as "
          + "optional, fill it, and make it required then", .rows, [column])
    case .addedRequiredClientDefault(let table, let column):
      self.init(
        fails:
          "the default of `\(column)` is made by the client, so the rows that `\(table)` has would get "
          + "none; add it as optional, fill it, and make it required then", .rows, [column])
    case .madeRequired(let table, let column):
      self.init(
        fails: "rows of `\(table)` without a value in `\(column)` make it fail; fill them first",
        .nulls, [column])
    case .madeList(let table, let column):
      self.init(
        fails: "PostgreSQL can't cast the values of `\(column)` in `\(table)` to lists by itself",
        nil, [column])
    }
  }

  /// Data is lost.
  public init(
    lost message: String, _ evidence: Evidence? = nil, _ columns: [String] = []
  ) {
    self.init(code: .dataLoss, message: message, columns: columns, evidence: evidence)
  }

  /// It fails where rows stand in the way.
  public init(
    fails message: String, _ evidence: Evidence? = nil, _ columns: [String] = []
  ) {
    self.init(code: .willFail, message: message, columns: columns, evidence: evidence)
  }

  /// A foreign key is checked for rows that exist.
  public static func orphans(of table: String, columns: [String], referenced: String) -> Hazard {
    Hazard(
      fails:
        "rows of `\(table)` whose \(named(columns)) refers to no row of `\(referenced)` make it fail; look "
        + "for them first", .orphans, columns)
  }
}
