import Migration

/// What a plan would lose, or what rows stand in its way, with their number where it is known.
public struct CountedLoss: Hashable, Sendable {
  /// The step's place in the plan, from 0.
  public let step: Int
  public let loss: DataLoss
  /// The rows, values or NULLs that it is about; nil when it has no number, or they weren't counted.
  public let count: Int?

  public init(step: Int, loss: DataLoss, count: Int? = nil) {
    self.step = step
    self.loss = loss
    self.count = count
  }
}

extension Connection {
  /// What a plan that starts from this database would lose, or can't do, for the rows that it has now.
  /// What concerns no row is left out. What can't be counted in time, or may not be read, stays without
  /// a count.
  ///
  /// - Parameter limit: how long a table may be read.
  ///
  /// Throws when the connection is lost.
  public func losses(
    of plan: Plan, within limit: Duration = .seconds(60)
  ) async throws(PostgresError) -> [CountedLoss] {
    let losses = plan.dataLoss
    var counter = RowCounter(plan: plan)
    for (step, loss) in losses { counter.ask(loss, plan.existingTable(of: step)) }
    try await counter.count(self, within: limit)
    return losses.compactMap { step, loss in
      counter.counted(loss, step, plan.existingTable(of: step))
    }
  }
}

/// Counts the rows of tables and the values of columns, each table in one go.
private struct RowCounter {
  /// The plan, by whose names it is asked and answers; the database has those before its renames.
  let plan: Plan

  private struct Question {
    /// The columns, in the order in which they came.
    var columns: [String] = []
    var rows: Int?
    /// The values that are not NULL, by column.
    var values: [String: Int] = [:]
  }

  private var questions: [QualifiedName: Question] = [:]
  private var order: [QualifiedName] = []

  init(plan: Plan) { self.plan = plan }

  mutating func ask(_ loss: DataLoss, _ table: QualifiedName?) {
    guard let table, loss.concernsRows else { return }
    if questions[table] == nil { order.append(table) }
    var question = questions[table] ?? Question()
    if let column = loss.columnWithValues, !question.columns.contains(column) {
      question.columns.append(column)
    }
    questions[table] = question
  }

  mutating func count(_ connection: Connection, within limit: Duration) async throws(PostgresError)
  {
    let limits = ReadLimits(statement: limit, lock: .seconds(2))
    for table in order {
      guard let columns = questions[table]?.columns else { continue }
      let counts =
        ["count(*)"]
        + columns.map { "count(\(SQLText.identifier(plan.originalNames(table, $0).column)))" }
      let original = plan.originalNames(table, "").table
      let name = SQLText.identifier(original.namespace, original.name)
      do throws(PostgresError) {
        let sql = "SELECT \(counts.joined(separator: ", ")) FROM \(name)"
        let row = try await connection.read([sql], limits: limits).first?.rows.first ?? []
        questions[table]?.rows = row.value(0).flatMap { Int($0) }
        for (place, column) in columns.enumerated() {
          questions[table]?.values[column] = row.value(place + 1).flatMap { Int($0) }
        }
      } catch {
        guard error.isAboutTheQuestion else { throw error }
      }
    }
  }

  /// The loss with its number, nil when no row is concerned.
  func counted(_ loss: DataLoss, _ step: Int, _ table: QualifiedName?) -> CountedLoss? {
    let unknown = CountedLoss(step: step, loss: loss)
    guard let question = table.flatMap({ questions[$0] }), loss.concernsRows else { return unknown }
    let values = loss.columnWithValues.flatMap { question.values[$0] }
    var count: Int?
    switch loss {
    case .dropTable, .addedRequired, .addedRequiredClientDefault: count = question.rows
    case .dropColumn, .riskyCast: count = values
    case .madeRequired:
      guard let rows = question.rows, let values else { return unknown }
      count = rows - values
    case .columnRecreated, .madeList: if values == 0 { return nil }
    case .recreatedRequired, .primaryKeyChanged, .uniqueAdded, .enumValuesRemoved: break
    }
    if question.rows == 0 || count == 0 { return nil }
    return CountedLoss(step: step, loss: loss, count: count)
  }
}

extension DataLoss {
  /// Whether it matters only where there are rows.
  fileprivate var concernsRows: Bool {
    switch self {
    case .uniqueAdded, .enumValuesRemoved: false
    default: true
    }
  }

  /// The column whose values decide, nil where all rows count.
  fileprivate var columnWithValues: String? {
    switch self {
    case .dropColumn(_, let column), .riskyCast(_, let column, _, _),
      .columnRecreated(_, let column), .madeRequired(_, let column), .madeList(_, let column):
      column
    default: nil
    }
  }
}

extension PostgresError {
  /// Whether it is about what was asked, so that other questions may still be answered.
  var isAboutTheQuestion: Bool {
    switch kind {
    case .timeout, .accessDenied, .noSuchTable, .refused: true
    default: false
    }
  }
}

extension Plan {
  /// The table that a step changes, as it is before; nil when there is none.
  func existingTable(of step: Int) -> QualifiedName? {
    guard steps.indices.contains(step) else { return nil }
    switch steps[step] {
    case .dropForeignKey(let table, _), .dropIndex(let table, _), .alterTable(let table, _, _),
      .dropTable(let table), .renameForeignKey(let table, _, _, _),
      .renameIndex(let table, _, _, _),
      .createIndex(let table?, _, _, _):
      return previous.tables[table].name
    default: return nil
    }
  }
}
