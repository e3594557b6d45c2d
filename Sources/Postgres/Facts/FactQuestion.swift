import Migration

/// A question about the rows of a table: which of them stand in the way of a step.
struct FactQuestion {
  /// What is looked for.
  enum Subject {
    /// Any row.
    case rows
    /// Rows without a value in the column.
    case nulls(String)
    /// Rows with a value in the column.
    case values(String)
    /// Values that occur more than once.
    case duplicates([String])
    /// Rows that refer to a row that there is not.
    case orphans([String], target: QualifiedName)
    /// Values that don't fit into the type.
    case misfits(String, type: String)
    /// Values that are no longer labels of the enum.
    case labels(String, enumeration: String)
  }

  /// The step's place in the plan.
  let step: Int
  let code: Hazard.Code
  let table: SQLTable
  let subject: Subject
  /// What holds for the rows that are looked for, as SQL; nil for all. The table is called `t`.
  let condition: String?
  /// Whether such rows make the statement fail.
  let provesFailure: Bool
  /// The column that is added, where all rows stand in its way.
  var newColumn: String?

  /// More rows are not counted.
  static let cap = 100_000

  /// A few of the rows: of each a text by which it can be found.
  var examples: String {
    let filter = condition.map { " WHERE \($0)" } ?? ""
    switch subject {
    case .duplicates(let columns):
      let list = columns.map { "t.\(SQLText.identifier($0))" }.joined(separator: ", ")
      return "SELECT \(Self.shown(columns)) FROM \(name) AS t\(filter) GROUP BY \(list) "
        + "HAVING count(*) > 1 LIMIT 3"
    case .orphans(let columns, _):
      return "SELECT DISTINCT \(Self.shown(columns)) FROM (SELECT * FROM \(name) AS t\(filter) "
        + "LIMIT 50) AS t LIMIT 3"
    case .misfits(let column, _), .labels(let column, _):
      return "SELECT DISTINCT \(Self.shown([column])) FROM (SELECT * FROM \(name) AS t\(filter) "
        + "LIMIT 50) AS t LIMIT 3"
    case .rows, .nulls, .values:
      let key = table.primaryKey?.columns.map(\.name) ?? []
      return "SELECT \(key.isEmpty ? "NULL" : Self.shown(key)) FROM \(name) AS t\(filter) LIMIT 3"
    }
  }

  /// How many there are, up to one more than ``cap``: rows, but the values of duplicates.
  var count: String {
    var rest = condition.map { " WHERE \($0)" } ?? ""
    if case .duplicates(let columns) = subject {
      let list = columns.map { "t.\(SQLText.identifier($0))" }.joined(separator: ", ")
      rest += " GROUP BY \(list) HAVING count(*) > 1"
    }
    return "SELECT count(*) FROM (SELECT FROM \(name) AS t\(rest) LIMIT \(Self.cap + 1)) AS found"
  }

  /// The tables that are read.
  var tables: [QualifiedName] {
    if case .orphans(_, let target) = subject { return [table.name, target] }
    return [table.name]
  }

  private var name: String { SQLText.identifier(table.name.namespace, table.name.name) }

  /// The values of columns as one text, none longer than a person reads.
  private static func shown(_ columns: [String]) -> String {
    let values = columns.map { "left(t.\(SQLText.identifier($0))::text, 60)" }
    return "concat_ws(', ', \(values.joined(separator: ", ")))"
  }

  // MARK: The answer in words

  /// What was found.
  ///
  /// - Parameters:
  ///   - examples: the answer to ``examples``, not empty.
  ///   - count: that to ``count``, nil when it was not asked.
  func finding(_ examples: [String], count: Int?) -> DataFinding {
    let shown = examples.filter { !$0.isEmpty }.map { "`\($0)`" }.joined(separator: "; ")
    var text = sentence(amount(count, isOne: count == 1), isOne: count == 1)
    if !shown.isEmpty { text += ", such as \(prefix)\(shown)" }
    return DataFinding(
      code: code, text: text, provesFailure: provesFailure, query: self.examples, columns: columns,
      evidence: evidence)
  }

  /// What is said when there are none.
  var absence: DataFinding {
    let nothing =
      switch subject {
      case .rows: "the table has no row now"
      case .values: "the column has no value now"
      default: "no row stands in the way now"
      }
    return DataFinding(
      code: code, text: nothing, provesFailure: false, query: nil, columns: columns,
      evidence: evidence)
  }

  /// What it decides.
  private var evidence: Hazard.Evidence {
    switch subject {
    case .rows: .rows
    case .nulls: .nulls
    case .values: .values
    case .duplicates: .duplicates
    case .orphans: .orphans
    case .misfits: .misfits
    case .labels: .labels
    }
  }

  /// The columns of the hazard that it decides.
  private var columns: [String] {
    switch subject {
    case .rows, .labels: [newColumn].compactMap(\.self)
    case .nulls(let column), .values(let column), .misfits(let column, _): [column]
    case .duplicates(let columns), .orphans(let columns, _): columns
    }
  }

  private func amount(_ count: Int?, isOne: Bool) -> String {
    guard let count else { return "some" }
    return count > Self.cap ? "more than \(FactText.number(Self.cap))" : FactText.number(count)
  }

  /// What the examples are, where they are not the values themselves.
  private var prefix: String {
    switch subject {
    case .rows, .nulls, .values:
      let key = table.primaryKey?.columns.map(\.name).joined(separator: ", ") ?? ""
      return "\(key) "
    default: return ""
    }
  }

  private func sentence(_ amount: String, isOne: Bool) -> String {
    let rows = isOne ? "row" : "rows"
    let have = isOne ? "has" : "have"
    let table = "`\(table.name.name)`"
    func list(_ columns: [String]) -> String {
      columns.map { "`\($0)`" }.joined(separator: ", ")
    }
    switch subject {
    case .rows: return "\(table) has \(amount) \(rows)"
    case .nulls(let column): return "\(amount) \(rows) of \(table) \(have) NULL in `\(column)`"
    case .values(let column): return "\(amount) \(rows) of \(table) \(have) a value in `\(column)`"
    case .duplicates(let columns):
      return "\(amount) \(isOne ? "value" : "values") of \(list(columns)) "
        + "\(isOne ? "occurs" : "occur") in several rows of \(table)"
    case .orphans(let columns, let target):
      return
        "\(amount) \(rows) of \(table) \(isOne ? "refers" : "refer") by \(list(columns)) to what is "
        + "not in `\(target.name)`"
    case .misfits(let column, let type):
      return
        "\(amount) \(rows) of \(table) \(have) a value in `\(column)` that does not fit into `\(type)`"
    case .labels(let column, let enumeration):
      return
        "\(amount) \(rows) of \(table) \(have) in `\(column)` what is no longer in `\(enumeration)`"
    }
  }
}
