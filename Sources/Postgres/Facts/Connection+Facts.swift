import Migration

extension Connection {
  /// Asks the database about the data that a plan meets. Each question is a read-only transaction of its
  /// own, with a limit on its time and its rows; what is not answered in time is named among the gaps.
  ///
  /// - Parameters:
  ///   - plan: one that starts from this database.
  ///   - mode: with `exact` rows are counted too.
  ///   - limit: how long a question may take.
  ///
  /// Throws when the connection is lost.
  public func facts(
    on plan: Plan, mode: FactsMode, within limit: Duration = .seconds(5)
  ) async throws(PostgresError) -> PlanFacts {
    if mode == .off || plan.steps.isEmpty { return PlanFacts() }
    var reader = FactReader(plan, mode, self, limit)
    try await reader.readSizes()
    try await reader.readUse()
    try await reader.readIndexes()
    try await reader.readRows()
    return reader.facts
  }
}

/// Asks one question after the other.
private struct FactReader {
  private(set) var facts = PlanFacts()
  private let plan: Plan
  private let mode: FactsMode
  private let connection: Connection
  private let limits: ReadLimits
  /// The table of each step, where it exists already, by its name in the database.
  private let tables: [Int: QualifiedName]
  /// The tables that get another name, or of which a column does, by their names behind that.
  private let renamed: Set<QualifiedName>
  /// How many questions were not answered in time.
  private var lateAnswers = 0

  /// After so many late answers the database is left alone.
  private static let patience = 3
  /// No more questions are asked about one plan.
  private static let maximumQuestions = 200

  init(_ plan: Plan, _ mode: FactsMode, _ connection: Connection, _ limit: Duration) {
    self.plan = plan
    self.mode = mode
    self.connection = connection
    limits = ReadLimits(statement: limit, lock: .milliseconds(500))
    let existing = Set(plan.previous.tables.map(\.name))
    var oldNames: [QualifiedName: QualifiedName] = [:]
    for rename in plan.renames where rename.column == nil {
      oldNames[rename.newTable] = rename.table
    }
    var tables: [Int: QualifiedName] = [:]
    for (index, step) in plan.steps.enumerated() {
      if case .rename(let rename) = step {
        tables[index] = rename.table
        continue
      }
      var table = plan.existingTable(of: index)
      if case .addForeignKey(let owner, _) = step { table = plan.next.tables[owner].name }
      if let table, existing.contains(table) { tables[index] = oldNames[table] ?? table }
    }
    self.tables = tables
    let newNames = Dictionary(oldNames.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    renamed = Set(plan.renames.map { newNames[$0.table] ?? $0.newTable })
  }

  /// The answer to a question, nil when there is none: then that is told, if it has a subject.
  private mutating func ask(
    _ sql: String, about subject: @autoclosure () -> String?
  ) async throws(PostgresError) -> [ResultTable.Row]? {
    guard lateAnswers < Self.patience else { return nil }
    do throws(PostgresError) {
      return try await connection.read([sql], limits: limits).first?.rows ?? []
    } catch {
      guard error.isAboutTheQuestion else { throw error }
      let reason: String
      switch error.kind {
      case .timeout where error.sqlState == "55P03": reason = "another transaction has it locked"
      case .timeout:
        reason = "it took too long"
        lateAnswers += 1
        if lateAnswers == Self.patience {
          facts.gaps.append("several questions took too long, so no more were asked")
        }
      case .accessDenied: reason = "the user may not read it"
      default: reason = error.message
      }
      if let subject = subject() {
        facts.gaps.append("\(subject) could not be found out: \(reason)")
      }
      return nil
    }
  }

  // MARK: What the server knows by heart

  /// The tables of the plan as a list for SQL; nil when there is none.
  private var tableList: String? {
    tables.isEmpty ? nil : TableSizes.list(Set(tables.values))
  }

  mutating func readSizes() async throws(PostgresError) {
    guard let list = tableList else { return }
    var found = TableSizes()
    found.takeEstimates(
      try await ask(TableSizes.estimates(of: list), about: "the size of tables") ?? [])
    found.takeOnDisk(
      try await ask(TableSizes.onDisk(list), about: "the size of tables on the disk") ?? [])
    var sizes = found.sizes
    if mode == .exact { try await countRows(&sizes) }
    for (step, table) in tables {
      if let size = sizes[table] { facts.steps[step, default: StepFacts()].size = size }
    }
  }

  /// Puts exact numbers in the place of estimates. A table with too many rows, or one that can't be read
  /// now, keeps its estimate, which says that it is one.
  private mutating func countRows(
    _ sizes: inout [QualifiedName: TableSize]
  ) async throws(PostgresError) {
    let names = sizes.keys.sorted { ($0.namespace, $0.name) < ($1.namespace, $1.name) }
    for table in names.prefix(Self.maximumQuestions) {
      let name = SQLText.identifier(table.namespace, table.name)
      let sql =
        "SELECT count(*) FROM (SELECT FROM \(name) LIMIT \(FactQuestion.cap + 1)) AS found"
      guard let count = try await ask(sql, about: nil)?.first?.value(0).flatMap({ Int($0) }),
        count <= FactQuestion.cap
      else { continue }
      sizes[table]?.rows = count
      sizes[table]?.isExact = true
    }
  }

  /// The transactions that hold a table of the plan now.
  mutating func readUse() async throws(PostgresError) {
    guard let list = tableList else { return }
    // The text of their statements is not read: it may hold what is nobody's business.
    let sql = """
      SELECT n.nspname, c.relname, a.pid, a.state, a.application_name,
        greatest(0, extract(epoch FROM now() - a.xact_start))::bigint
      FROM pg_catalog.pg_locks l
        JOIN pg_catalog.pg_class c ON c.oid = l.relation
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
      WHERE l.granted AND l.pid <> pg_catalog.pg_backend_pid()
        AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
        AND (n.nspname, c.relname) IN (\(list))
      GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 6 DESC LIMIT 20
      """
    var findings: [QualifiedName: [DataFinding]] = [:]
    for row in try await ask(sql, about: "who uses the tables") ?? [] {
      let program = row.text(4).isEmpty ? "" : " of `\(row.text(4).prefix(40))`"
      let text =
        "`\(row.text(1))` is in use now by process \(row.text(2))\(program) (\(row.text(3)), for "
        + "\(FactText.duration(row.number(5)))): the lock waits for it"
      let table = QualifiedName(namespace: row.text(0), name: row.text(1))
      findings[table, default: []].append(
        DataFinding(code: .briefExclusiveLock, text: text, provesFailure: false, query: nil))
    }
    for (step, table) in tables {
      facts.steps[step, default: StepFacts()].findings += findings[table] ?? []
    }
  }

  /// How often the indexes that go are used, and which of them are part of a constraint.
  mutating func readIndexes() async throws(PostgresError) {
    var indexes: [QualifiedName: Int] = [:]
    for (step, change) in plan.steps.enumerated() {
      guard case .dropIndex(let table, let index) = change else { continue }
      let owner = plan.previous.tables[table]
      indexes[owner.name.with(name: owner.indexes[index].name)] = step
    }
    if indexes.isEmpty { return }
    let list = indexes.keys.sorted { $0.name < $1.name }.map {
      "(\(SQLText.literal($0.namespace)), \(SQLText.literal($0.name)))"
    }.joined(separator: ", ")
    let sql = """
      SELECT n.nspname, c.relname, s.idx_scan, k.conname, t.relname,
        (SELECT stats_reset::date FROM pg_catalog.pg_stat_database WHERE datname = current_database())
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
        JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
        LEFT JOIN pg_catalog.pg_stat_user_indexes s ON s.indexrelid = c.oid
        LEFT JOIN pg_catalog.pg_constraint k ON k.conindid = c.oid AND k.contype IN ('u', 'x')
      WHERE (n.nspname, c.relname) IN (\(list))
      """
    for row in try await ask(sql, about: "the use of indexes") ?? [] {
      let name = QualifiedName(namespace: row.text(0), name: row.text(1))
      guard let step = indexes[name] else { continue }
      var findings: [DataFinding] = []
      if let constraint = row.value(3) {
        findings.append(
          DataFinding(
            code: .defect,
            text:
              "`\(name.name)` belongs to the constraint `\(constraint)`, so `DROP INDEX` fails; "
              + "write `ALTER TABLE \(SQLText.identifier(name.namespace, row.text(4))) DROP CONSTRAINT "
              + "\(SQLText.identifier(constraint))`", provesFailure: true, query: nil))
      }
      if let scans = row.value(2).flatMap({ Int($0) }) {
        let since = row.value(5).map { " since \($0)" } ?? ""
        findings.append(
          DataFinding(
            code: .needless,
            text: scans == 0
              ? "`\(name.name)` was not used by any query\(since)"
              : "`\(name.name)` was used by queries \(FactText.number(scans)) times\(since)",
            provesFailure: false, query: nil))
      }
      facts.steps[step, default: StepFacts()].findings += findings
    }
  }

  // MARK: Rows

  mutating func readRows() async throws(PostgresError) {
    let questions = plan.questions()
    if questions.count > Self.maximumQuestions {
      facts.gaps.append(
        "the plan changes so much that only the first \(Self.maximumQuestions) questions were asked"
      )
    }
    for question in questions.prefix(Self.maximumQuestions) {
      let subject = "what `\(question.table.name.name)` holds"
      if question.tables.contains(where: { renamed.contains($0) }) {
        let gap = "\(subject) was not asked, since this migration gives it its names"
        if !facts.gaps.contains(gap) { facts.gaps.append(gap) }
        continue
      }
      guard let examples = try await ask(question.examples, about: subject) else { continue }
      if examples.isEmpty {
        facts.steps[question.step, default: StepFacts()].absences.append(question.absence)
        continue
      }
      var count: Int?
      if mode == .exact {
        count = try await ask(question.count, about: subject)?.first?.value(0).flatMap { Int($0) }
      }
      facts.steps[question.step, default: StepFacts()].findings.append(
        question.finding(examples.map { $0.text(0) }, count: count))
    }
  }
}
