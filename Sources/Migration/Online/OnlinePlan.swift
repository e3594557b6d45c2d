/// A change of PostgreSQL that is made in steps which stop nobody for long, as several scripts.
///
/// It leads to the same structure as Prisma's own script. In the order of the parts: what is new comes
/// first (*expand*), then values are filled in and indexes built while everybody works on, then constraints
/// are added without a look at old rows and validated later, and at last goes what is no longer wanted
/// (*contract*), which may wait until no program uses it.
///
/// A type whose values take other bytes, and an enum that loses a value, get new columns beside the old ones,
/// which a trigger keeps equal until they take their place (``ColumnSwap``). Where more hangs on a column than
/// is known how to make anew, the table is written anew under lock, in a part that says why.
public struct OnlinePlan: Sendable {
  /// The scripts in their order, none when there is nothing to do.
  public let parts: [ScriptPart]

  /// - Parameters:
  ///   - plan: for PostgreSQL.
  ///   - version: the version of PostgreSQL that it is for, nil for any from 12 to 18.
  public init(_ plan: Plan, profile: SQLProfile, version: Int? = nil) {
    let escaped = plan.escapingNames
    var builder = OnlinePlanBuilder(plan: escaped ?? plan, profile: profile, version: version)
    builder.findSwaps()
    for (index, step) in builder.plan.steps.enumerated() { builder.add(step, at: index) }
    builder.addSwaps()
    parts = escaped == nil ? builder.parts : builder.parts.map(\.unescapingNames)
  }

  /// Whether it brings a loss that Prisma's own script brings: it casts values where that drops them, and is
  /// never without a primary key.
  public func brings(_ loss: DataLoss) -> Bool {
    switch loss {
    case .primaryKeyChanged: false
    case .columnRecreated(let table, let column), .recreatedRequired(let table, let column),
      .madeList(let table, let column):
      parts.contains { part in
        part.statements.contains {
          $0.hazards.contains(Hazard(.columnRecreated(table: table, column: column)))
        }
      }
    default: true
    }
  }

  /// The statements of a part with what the locks of each mean.
  public static func hazards(of part: ScriptPart, version: Int?) -> [[Hazard]] {
    var locks = LockHazards(version: version)
    return part.statements.map { statement in
      if statement.sql.hasPrefix("SET lock_timeout") { locks.hasTimeout = true }
      return locks.hazards(of: statement.actions) + statement.hazards
    }
  }
}

/// Sorts the statements of a plan into parts.
struct OnlinePlanBuilder {
  typealias Statement = ScriptPart.Statement

  let plan: Plan
  let renderer: PostgreSQLRenderer
  let version: Int?
  /// What rows stand in the way of, and what is lost, by the place of the step.
  private let losses: [Int: [DataLoss]]
  /// Knows which values of enums are used at once.
  let transactions: TransactionHazards
  /// The names that indexes and keys have before, with their schema.
  let usedNames: Set<QualifiedName>
  /// The tables that are new.
  let created: Set<Int>
  /// The place of each table behind.
  let places: [QualifiedName: Int]
  /// The columns whose type changes, or that are made anew.
  var changedColumns: [QualifiedName: Set<String>] = [:]
  /// The columns that are dropped and made anew, since there is no cast.
  var remadeColumns: [QualifiedName: Set<String>] = [:]

  /// The place of each table before.
  let previousTables: [QualifiedName: Int]
  /// The columns that get their new type by way of a new column, by table.
  var swaps: [QualifiedName: [ColumnSwap]] = [:]
  /// Their names.
  var swappedColumns: [QualifiedName: Set<String>] = [:]
  /// Why the columns of a table don't.
  var swapObstacles: [QualifiedName: String] = [:]
  /// The enums that lose a value in that way.
  var swappedEnums: Set<QualifiedName> = []
  /// Why an enum doesn't.
  var enumObstacles: [QualifiedName: String] = [:]
  /// The enums of columns that go, before.
  private(set) var enumsOfDropped: Set<QualifiedName> = []

  /// Renames that were asked for.
  var renames: [Statement] = []
  /// Values of enums that the rest uses.
  var enumValues: [Statement] = []
  /// What is new, and what costs a moment.
  var expand: [Statement] = []
  /// What writes tables anew, by table.
  var rewrites: [(table: String, statements: [Statement])] = []
  /// What gives old rows their values, by table or column.
  var fills: [(name: String, statement: Statement)] = []
  /// Indexes that are built beside the work.
  var indexes: [(name: String, statement: Statement)] = []
  /// Proves that no value is missing in new columns, by table.
  var swapChecks: [(table: String, statements: [Statement])] = []
  /// Foreign keys that go before the columns that they are between are swapped.
  var detachedForeignKeys: [Statement] = []
  /// The moments in which new columns take the place of old ones, by table.
  var columnSwaps: [(table: String, statements: [Statement])] = []
  /// Gives the enums that lose a value their names back in the same moment.
  var swappedTypes: [Statement] = []
  /// Constraints that are not checked for old rows.
  var constrain: [Statement] = []
  /// The checks for old rows.
  var validate: [Statement] = []
  /// What rests on them.
  var finish: [Statement] = []
  /// Indexes that go beside the work.
  var droppedIndexes: [(name: String, statement: Statement)] = []
  /// Names that are free only now.
  var renamedIndexes: [Statement] = []
  /// Foreign keys that go with their table, before it.
  var droppedForeignKeys: [Statement] = []
  /// What goes.
  var contract: [Statement] = []
  /// Types that go.
  var droppedTypes: [Statement] = []
  /// Enums that lose a value in place.
  var enumSwaps: [(name: String, statements: [Statement])] = []
  /// Makes the names of checks distinct.
  var checkCount = 0

  init(plan: Plan, profile: SQLProfile, version: Int?) {
    self.plan = plan
    self.version = version
    renderer = PostgreSQLRenderer(plan: plan, profile: profile)
    losses = Dictionary(grouping: plan.dataLoss, by: \.step).mapValues { $0.map(\.1) }
    transactions = TransactionHazards(plan: plan)
    var names: Set<QualifiedName> = []
    for table in plan.previous.tables {
      for index in table.indexes { names.insert(table.name.with(name: index.name)) }
      if let key = table.primaryKey { names.insert(table.name.with(name: key.name)) }
    }
    usedNames = names
    var created: Set<Int> = []
    for case .createTable(let table) in plan.steps { created.insert(table) }
    self.created = created
    places = Dictionary(
      plan.next.tables.indices.map { (plan.next.tables[$0].name, $0) }, uniquingKeysWith: { $1 })
    previousTables = Dictionary(
      plan.previous.tables.indices.map { (plan.previous.tables[$0].name, $0) },
      uniquingKeysWith: { $1 })
    for step in plan.steps {
      switch step {
      case .alterTable(let table, let other, let changes):
        findChangedColumns(changes, plan.previous.tables[table], plan.next.tables[other])
      case .dropTable(let table):
        enumsOfDropped.formUnion(plan.previous.tables[table].columns.compactMap(\.type.enumeration))
      default: break
      }
    }
  }

  private mutating func findChangedColumns(
    _ changes: [TableChange], _ before: SQLTable, _ after: SQLTable
  ) {
    for change in changes {
      switch change {
      case .alterColumn(let old, let new, let change)
      where change.type != nil
        || (before.columns[old].arity == .list) != (after.columns[new].arity == .list):
        changedColumns[before.name, default: []].insert(after.columns[new].name)
      case .recreateColumn(let old, let new, let change):
        let (old, new) = (before.columns[old], after.columns[new])
        changedColumns[before.name, default: []].insert(new.name)
        if cast(from: old, to: new, change.type) == nil {
          remadeColumns[before.name, default: []].insert(new.name)
        }
      case .dropColumn(let index):
        if let type = before.columns[index].type.enumeration { enumsOfDropped.insert(type) }
      default: break
      }
    }
  }

  /// How the values of a column become those of another.
  ///
  /// - Parameter column: the column or variable as SQL writes it, nil for the column's name.
  func cast(
    from old: SQLColumn, to new: SQLColumn, _ change: TypeChange?, column: String? = nil
  ) -> OnlineCast? {
    var plain = new
    plain.isAutoincrement = false
    return OnlineCast(
      from: old, to: new, change, column: column ?? renderer.quoted(new.name),
      type: renderer.type(of: plain))
  }

  /// What the data means for a step, as hazards.
  func dataHazards(_ step: Int, where isMeant: (DataLoss) -> Bool) -> [Hazard] {
    (losses[step] ?? []).filter(isMeant).map { Hazard($0) }
  }

  // MARK: The parts

  /// All that was added, sorted.
  var parts: [ScriptPart] {
    var parts: [ScriptPart] = []
    func add(_ name: String, _ statements: [Statement], waits: Bool = true) {
      if statements.isEmpty { return }
      parts.append(ScriptPart(name, waits ? Self.patient(statements) : statements))
    }
    add("rename", renames)
    add("enum values", enumValues, waits: false)
    let isQuick = rewrites.isEmpty && fills.isEmpty && indexes.isEmpty
    add("expand", expand + (isQuick ? constrain : []))
    for part in rewrites { add("rewrite \(part.table)", part.statements) }
    for part in fills { add("fill \(part.name)", [part.statement], waits: false) }
    for part in indexes { add("index \(part.name)", [part.statement], waits: false) }
    for part in swapChecks { add("check \(part.table)", part.statements, waits: false) }
    for (place, part) in joinedSwaps.enumerated() {
      // Nobody may see the table between two of its statements.
      let detached = place == 0 ? detachedForeignKeys : []
      add(part.name, [Statement("BEGIN")] + detached + part.statements + [Statement("COMMIT")])
    }
    if !isQuick { add("constrain", constrain) }
    // Old rows are read while everybody works on, and only then follow locks for a moment.
    add("validate", validate + (finish.isEmpty ? [] : Self.patient(finish)), waits: false)
    for part in droppedIndexes { add("drop index \(part.name)", [part.statement], waits: false) }
    add("contract", renamedIndexes + droppedForeignKeys + contract + droppedTypes)
    for part in enumSwaps { add("enum \(part.name)", part.statements) }
    return parts
  }

  /// The swaps of tables, which are one where enums get their names back: no column may be seen with a type of
  /// another name.
  private var joinedSwaps: [(name: String, statements: [Statement])] {
    let swaps = columnSwaps.map { (name: "swap \($0.table)", statements: $0.statements) }
    if swappedTypes.isEmpty { return swaps }
    let name = swaps.count == 1 ? swaps[0].name : "swap"
    return [(name, swaps.flatMap(\.statements) + swappedTypes)]
  }

  /// With a limit to the time that they wait for a lock, if they take one.
  private static func patient(_ statements: [Statement]) -> [Statement] {
    let locks = statements.contains { ($0.effect.lock ?? .accessShare) >= .shareRowExclusive }
    if !locks { return statements }
    return [
      Statement(
        "SET lock_timeout = '5s'",
        note:
          "Where a lock is not to be had soon this fails, instead of making everybody wait: run it again."
      )
    ] + statements + [Statement("RESET lock_timeout")]
  }
}
