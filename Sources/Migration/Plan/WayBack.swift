/// The reverse of a plan, with what each statement can't bring back.
public struct WayBack: Sendable {
  /// A statement of it.
  public struct Statement: Sendable {
    /// What it does to a live database.
    public let statement: MigrationStatement
    /// What is lost on the way there and back, none where all is as before.
    public let losses: [String]
  }

  /// The steps from the structure behind to the one before.
  public let plan: Plan
  /// The statements in order.
  public private(set) var statements: [Statement]

  /// The same without transactions of its own, which Prisma's scripts have around enums: for one that is
  /// run in a transaction.
  public var inOneTransaction: WayBack {
    var copy = self
    copy.statements.removeAll { ["BEGIN", "COMMIT"].contains($0.statement.sql) }
    return copy
  }

  /// - Parameters:
  ///   - forth: the way there.
  ///   - version: the version of PostgreSQL that it is for, nil for any from 12 to 18.
  public init(of forth: Plan, profile: SQLProfile, version: Int? = nil) {
    let plan = Plan(
      from: forth.next, to: forth.original, renames: SQLRename.reversed(forth.renames))
    let script = SQLScript(plan, profile: profile)
    let finder = LossFinder(plan: plan)
    self.plan = plan
    let written = plan.statements(script, version: version)
    // What concerns a step stands with its main statement.
    var main: [Int: Int] = [:]
    for (index, statement) in written.enumerated() {
      if let other = main[statement.step],
        written[other].effect.weight >= statement.effect.weight
      {
        continue
      }
      main[statement.step] = index
    }
    statements = written.enumerated().map { index, statement in
      Statement(
        statement: statement,
        losses: main[statement.step] == index
          ? finder.losses(of: plan.steps[statement.step]) : [])
    }
  }

  /// The script, with a comment on each statement; ends with a line feed.
  public var text: String {
    if statements.isEmpty { return "-- This is an empty migration.\n" }
    var text = ""
    var step: Int?
    for entry in statements {
      if entry.statement.step != step {
        if step != nil { text += "\n" }
        text += "-- \(entry.statement.kind)\n"
        step = entry.statement.step
      }
      text +=
        entry.losses.isEmpty
        ? "-- lossless\n" : entry.losses.map { "-- lossy: \($0)\n" }.joined()
      text += entry.statement.sql + ";\n"
    }
    return text
  }
}

/// Finds what a step of a way back loses, or what its way there has lost.
private struct LossFinder {
  let plan: Plan

  func losses(of step: Step) -> [String] {
    switch step {
    case .createTable(let table):
      return ["`\(plan.next.tables[table].name.name)` comes back without its rows"]
    case .dropTable(let table):
      return [
        "`\(plan.previous.tables[table].name.name)` goes with the rows that were written since"
      ]
    case .alterTable(let table, let other, let changes):
      return changes.compactMap {
        loss(of: $0, plan.previous.tables[table], plan.next.tables[other])
      }
    case .redefineTables(let tables):
      return tables.flatMap { table in
        table.changes.compactMap {
          loss(of: $0, plan.previous.tables[table.previous], plan.next.tables[table.next])
        }
      }
    case .alterEnum(_, let type, let change) where !change.removed.isEmpty:
      return [
        "rows that hold \(named(change.removed)) of `\(plan.next.enums[type].name.name)` make it fail, "
          + "and have to be changed first"
      ]
    case .dropExtension(let index):
      return ["what was made with `\(plan.previous.extensions?[index].name ?? "")` since goes"]
    default: return []
    }
  }

  private func loss(
    of change: TableChange, _ before: SQLTable, _ after: SQLTable
  ) -> String? {
    let table = after.name.name
    switch change {
    case .dropColumn(let index):
      return "`\(before.columns[index].name)` of `\(table)` goes with what was written to it since"
    case .addColumn(let index):
      return "`\(after.columns[index].name)` of `\(table)` comes back without its values"
    case .recreateColumn(_, let index, _):
      return "the values of `\(after.columns[index].name)` in `\(table)` are lost, as they were on "
        + "the way there"
    case .alterColumn(let old, let new, let change) where change.type != nil:
      let (old, new) = (before.columns[old], after.columns[new])
      let forth = TypeComparison.change(from: new, to: old)
      if change.type == .safe, forth == .safe { return nil }
      return
        "values of `\(new.name)` in `\(table)` may have changed on the way there, or may not fit "
        + "`\(new.type.description)` any more"
    default: return nil
    }
  }
}
