/// Finds steps that the rest of their script can't share a transaction with: values that are added to an
/// enum, and used before they are there for good.
struct TransactionHazards {
  /// The values that a default uses, by the enum, with the column that uses them.
  private var used: [QualifiedName: [String: String]] = [:]
  private let plan: Plan

  init(plan: Plan) {
    self.plan = plan
    let isAdding = plan.steps.contains {
      if case .alterEnum(_, _, let change) = $0 { !change.added.isEmpty } else { false }
    }
    if !isAdding { return }
    for step in plan.steps {
      switch step {
      case .createTable(let table):
        for column in plan.next.tables[table].columns { note(column, of: plan.next.tables[table]) }
      case .alterTable(_, let table, let changes):
        for change in changes {
          switch change {
          case .addColumn(let column), .recreateColumn(_, let column, _),
            .alterColumn(_, let column, _):
            note(plan.next.tables[table].columns[column], of: plan.next.tables[table])
          case .dropPrimaryKey, .renamePrimaryKey, .dropColumn, .addPrimaryKey: break
          }
        }
      default: break
      }
    }
  }

  private mutating func note(_ column: SQLColumn, of table: SQLTable) {
    guard let type = column.type.enumeration, case .value(let value)? = column.defaultValue else {
      return
    }
    let values: [SQLValue] = if case .list(let values) = value { values } else { [value] }
    for text in values.compactMap(\.text) {
      used[type, default: [:]][text] = "`\(column.name)` of `\(table.name.name)`"
    }
  }

  /// What to say about a step. Where a type is swapped its values are there at once.
  func hazards(of step: Step) -> [Hazard] {
    guard case .alterEnum(let type, _, let change) = step, change.removed.isEmpty else { return [] }
    return change.added.compactMap { value in
      user(of: value, in: plan.previous.enums[type].name).map { .valueUsedAtOnce(value, by: $0) }
    }
  }

  /// The column whose default uses a value, nil when none does.
  func user(of value: String, in type: QualifiedName) -> String? { used[type]?[value] }
}

extension Hazard {
  /// A value of an enum is used where it has just been added.
  public static func valueUsedAtOnce(_ value: String, by user: String) -> Hazard {
    Hazard(
      code: .notInTransaction,
      message:
        "`\(value)` can't be used before the transaction that adds it has ended, and \(user) does; where "
        + "the script is one transaction, it fails: add the value in a migration of its own")
  }

  /// A statement that refuses to run in a transaction has others beside it.
  public static func notAlone(_ isInTransaction: Bool) -> Hazard {
    Hazard(
      code: .notInTransaction,
      message: isInTransaction
        ? "it can't run in a transaction, and one has begun; move it out, into a script of its own"
        : "it can't run in a transaction, which a script of several statements is up to Prisma 7.3; move it "
          + "into a script of its own")
  }
}
