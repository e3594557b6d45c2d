/// Finds out what can go wrong with the steps of a plan, as far as the two structures tell.
struct HazardFinder {
  let plan: Plan
  private let losses: [Int: [DataLoss]]
  private let renames: [Int: [Hazard]]
  private let dependants: DependantFinder
  private let transactions: TransactionHazards
  private let version: Int?
  /// The enums that the plan makes columns of.
  private let newlyUsed: Set<QualifiedName>
  private let orphans: OrphanFinder
  private let repetitions: RepetitionFinder
  /// What the indexes begin with, of each table behind that gets an index or a foreign key.
  private let coverages: [Int: IndexCoverage]

  private var previous: SQLSchema { plan.previous }
  private var next: SQLSchema { plan.next }

  /// - Parameters:
  ///   - version: that of PostgreSQL, nil for any from 12 to 18.
  ///   - printed: what the database gives back for ``Plan/restated``, nil when it is not known.
  init(plan: Plan, version: Int?, printed: SQLSchema? = nil) {
    self.plan = plan
    self.version = version
    var losses: [Int: [DataLoss]] = [:]
    for (step, loss) in plan.dataLoss { losses[step, default: []].append(loss) }
    self.losses = losses
    renames = RenameFinder(plan: plan).hazards
    orphans = OrphanFinder(plan: plan)
    repetitions = RepetitionFinder(plan: plan, printed: printed)
    dependants = DependantFinder(plan: plan)
    transactions = TransactionHazards(plan: plan)
    var coverages: [Int: IndexCoverage] = [:]
    for step in plan.steps {
      switch step {
      case .createIndex(_, let table, _, _), .addForeignKey(let table, _):
        if coverages[table] == nil { coverages[table] = IndexCoverage(plan.next.tables[table]) }
      default: break
      }
    }
    self.coverages = coverages
    newlyUsed = plan.swapsEnums ? plan.enumsOfNewColumns : []
  }

  /// What a step means for the data, and whether its text is right.
  func hazards(of step: Step, at index: Int, _ sql: String) -> [Hazard] {
    var found = (losses[index] ?? []).map { Hazard($0) }
    found += renames[index] ?? []
    found += defects(of: step, sql).map { Hazard(code: .defect, message: $0) }
    found += repetitions.hazards(of: step)
    found += orphans.hazards(of: step)
    found += needless(step).map { Hazard(code: .needless, message: $0) }
    found += transactions.hazards(of: step)
    found += dependants.hazards(of: step)
    found += Reversibility(plan: plan).hazards(of: step)
    found += VersionHazards(version: version).hazards(of: sql)
    return found
  }

  // MARK: Statements that are wrong

  private func defects(of step: Step, _ sql: String) -> [String] {
    var found: [String] = []
    switch step {
    case .alterTable(let table, let other, let changes):
      found += defects(of: changes, previous.tables[table], next.tables[other])
    case .alterEnum(_, let type, let change) where !change.removed.isEmpty:
      if newlyUsed.contains(next.enums[type].name) {
        found.append(
          "the swap alters columns that only come into being further down, and fails; split the change "
            + "into two migrations")
      }
    default: break
    }
    return found
  }

  private func defects(
    of changes: [TableChange], _ before: SQLTable, _ after: SQLTable
  ) -> [String] {
    var found: [String] = []
    if changes.contains(.dropPrimaryKey), changes.contains(.renamePrimaryKey) {
      found.append(
        "the old primary key is renamed after it has been dropped, which fails; leave the last "
          + "statement out")
    }
    for case .alterColumn(let old, let new, let change) in changes {
      let old = before.columns[old]
      let new = after.columns[new]
      if change.type != nil, new.isAutoincrement {
        found.append(
          "PostgreSQL has no type of that name for `SET DATA TYPE`: a serial is no type; write "
            + "`INTEGER`, `BIGINT` or `SMALLINT`")
      }
      if change.changesAutoincrement, old.isAutoincrement {
        found.append(
          "the sequence of `\(new.name)` is not known by name; it is "
            + "`\(before.name.name)_\(old.name)_seq` unless somebody chose another")
      }
      if change.type == nil, old.type.enumeration != nil,
        (old.arity == .list) != (new.arity == .list)
      {
        found.append(
          "PostgreSQL has no cast between an enum and a list of it; add a `USING` clause")
      }
      if change.type == .safe, old.type.native?.name == "Timestamp",
        new.type.native?.name == "Timetz"
      {
        found.append("PostgreSQL refuses this cast without a `USING` clause")
      }
    }
    return found
  }

  // MARK: What is needless or missing

  /// What an index or a foreign key has to do with others.
  func needless(_ step: Step) -> [String] {
    switch step {
    case .createIndex(_, let table, let index, isRestored: false):
      let owner = next.tables[table]
      let new = owner.indexes[index]
      guard new.kind == .normal, new.method == .bTree, new.predicate == nil else { return [] }
      switch coverages[table]?.cover(of: new.columns) {
      case .primaryKey(let name)?:
        return ["the primary key `\(name)` begins with the same columns, and serves as well"]
      case .index(let name)?:
        return ["the index `\(name)` begins with the same columns, and serves as well"]
      case nil: return []
      }
    case .addForeignKey(let table, let index):
      let owner = next.tables[table]
      let columns = owner.foreignKeys[index].columns
      if coverages[table]?.isIndexed(columns) ?? true { return [] }
      return [
        "no index of `\(owner.name.name)` begins with "
          + columns.map { "`\($0)`" }.joined(separator: ", ")
          + ", so each change of the referenced rows reads the whole table"
      ]
    default: return []
    }
  }
}

extension Plan {
  /// The enums that columns are made of.
  fileprivate var enumsOfNewColumns: Set<QualifiedName> {
    var types: Set<QualifiedName> = []
    for step in steps {
      switch step {
      case .createTable(let table):
        types.formUnion(next.tables[table].columns.compactMap(\.type.enumeration))
      case .alterTable(_, let table, let changes):
        for change in changes {
          switch change {
          case .addColumn(let column), .recreateColumn(_, let column, _):
            if let type = next.tables[table].columns[column].type.enumeration { types.insert(type) }
          default: break
          }
        }
      default: break
      }
    }
    return types
  }
}
