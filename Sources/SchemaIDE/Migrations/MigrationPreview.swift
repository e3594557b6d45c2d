import Migration
import SchemaModel
import SchemaParser

/// What a schema would change in the database: the statements of the next migration, what can go wrong
/// with them, and the places in the schema that they come from.
public struct MigrationPreview: Sendable {
  /// One statement.
  public struct Statement: Sendable {
    /// Its text, kind, effect and hazards.
    public let statement: MigrationStatement
    /// What it is about.
    public let subject: StepSubject
    /// The declaration that it comes from, nil when that is gone, or none.
    public let declaration: BlockID?
    /// Where in the schema, in file and source order: names of fields, else of the declaration. Empty
    /// when what it concerns is gone.
    public let places: [FileRange]
    /// The places of the columns that hazards are about; those that are gone have none.
    let columnPlaces: [String: FileRange]
    /// How many things its step changes.
    let changeCount: Int
    /// What the database says of the hazards; empty when it was not asked.
    public var facts: [HazardFact] = []

    /// Whether all that it changes is as it shall be already, by its hazards.
    public var changesNothing: Bool {
      let idle = statement.hazards.count { $0.isWithoutEffect }
      return idle > 0 && idle >= changeCount
    }

    /// What the database says of one of the hazards: what there is, or once that there is nothing.
    public func facts(on hazard: Hazard) -> [HazardFact] {
      let found = facts.filter { $0.decides(hazard) }
      let present = found.filter { !$0.isAbsence }
      return present.isEmpty ? Array(found.prefix(1)) : present
    }

    /// What it says of none of them.
    public var otherFacts: [HazardFact] {
      facts.filter { fact in !statement.hazards.contains { fact.decides($0) } }
    }

    /// Where in the schema a hazard comes from, nil where nothing is left of it.
    func place(of hazard: Hazard) -> FileRange? {
      hazard.columns.lazy.compactMap { columnPlaces[$0] }.first ?? places.first
    }
  }

  /// The steps.
  public let plan: Plan
  /// The statements in order.
  public var statements: [Statement]
  /// Where it starts.
  public var baseline: MigrationBaseline

  /// Compares a schema with what there is; nil where no SQL is made for its provider, or for another one
  /// than the baseline's.
  ///
  /// - Parameters:
  ///   - renames: what the user wants to get another name; what the schema does not rename is left out.
  ///   - printed: what the database gives back for ``Plan/restated``, which tells what changes nothing.
  public init?(
    _ analysis: Analysis, baseline: MigrationBaseline, profile: SQLProfile,
    renames: [SQLRename] = [], printed: (Plan) -> SQLSchema? = { _ in nil }
  ) {
    guard
      let next = SQLSchema(
        analysis.schema, profile: profile,
        defaultNamespace: baseline.structure.defaultNamespace),
      next.dialect == baseline.structure.dialect
    else { return nil }
    let plan = Plan(
      from: baseline.structure, to: next,
      renames: SQLRename.applicable(renames, from: baseline.structure, to: next),
      external: baseline.external)
    let subjects = plan.subjects
    let places = MigrationPlaces(analysis, namespace: next.defaultNamespace, subjects: subjects)
    self.plan = plan
    self.baseline = baseline
    statements = plan.statements(
      SQLScript(plan, profile: profile), printed: printed(plan)
    ).map { statement in
      let subject = subjects[statement.step]
      return Statement(
        statement: statement, subject: subject, declaration: places.declaration(of: subject),
        places: places.places(of: subject),
        columnPlaces: places.places(
          ofColumns: Set(statement.hazards.flatMap(\.columns)), of: subject),
        changeCount: plan.steps[statement.step].changeCount)
    }
  }

  /// Whether there is nothing to do.
  public var isEmpty: Bool { statements.isEmpty }

  /// The statements that concern a declaration.
  public func statements(of declaration: BlockID) -> [Statement] {
    statements.filter { $0.declaration == declaration }
  }

  /// How many hazards there are.
  public var hazardCount: Int { Self.hazardCount(of: statements) }

  /// Statements in one line: their number, and the worst that they do. Those that change nothing come back
  /// at every run, and are nothing to worry about.
  ///
  /// - Returns: `2 statements · rewrites · 1 hazard`; nil without statements.
  public static func summary(of all: [Statement]) -> String? {
    guard !all.isEmpty else { return nil }
    let statements = all.filter { !$0.changesNothing }
    let idle = all.count - statements.count
    let rest = "\(idle == 1 ? "1 statement changes" : "\(idle) statements change") nothing"
    if statements.isEmpty { return "nothing to migrate · \(rest)" }
    var parts = [statements.count == 1 ? "1 statement" : "\(statements.count) statements"]
    let effects = statements.map(\.statement.effect)
    if statements.contains(where: { $0.statement.hazards.contains { $0.code == .dataLoss } }) {
      parts.append("loses data")
    }
    if effects.contains(where: \.rewrites) {
      parts.append("rewrites")
    } else if effects.contains(where: \.scans) {
      parts.append("scans")
    }
    let count = hazardCount(of: statements)
    if count > 0 { parts.append(count == 1 ? "1 hazard" : "\(count) hazards") }
    if idle > 0 { parts.append(rest) }
    return parts.joined(separator: " · ")
  }

  private static func hazardCount(of statements: [Statement]) -> Int {
    statements.reduce(0) { $0 + $1.statement.hazards.count }
  }
}

extension Step {
  /// How many things it changes: those of a table that is altered, else one.
  fileprivate var changeCount: Int {
    if case .alterTable(_, _, let changes) = self { changes.count } else { 1 }
  }
}
