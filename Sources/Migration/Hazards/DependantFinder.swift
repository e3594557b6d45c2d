/// Finds what a database has besides tables, and what a plan's steps would break (M010) or take along
/// (M011), as far as the structure before knows of it.
///
/// Whether a view or an expression uses a column is decided by its text: PostgreSQL prints names with
/// quotes where they need them.
struct DependantFinder {
  private let plan: Plan
  /// The words of each view's query.
  private let views: [(name: String, words: Set<String>)]

  init(plan: Plan) {
    self.plan = plan
    views = plan.previous.details.views.map { ($0.name.name, Self.names($0.definition)) }
  }

  /// What to say about a step.
  func hazards(of step: Step) -> [Hazard] {
    switch step {
    case .dropTable(let index):
      let table = plan.previous.tables[index]
      return viewHazards(table.name.name, column: nil) + lostWith(table)
    case .alterTable(let index, _, let changes):
      return changes.flatMap { hazards(of: $0, plan.previous.tables[index]) }
    default: return []
    }
  }

  private func hazards(of change: TableChange, _ table: SQLTable) -> [Hazard] {
    switch change {
    case .dropColumn(let index): return goes(table.columns[index].name, of: table, comesBack: false)
    case .recreateColumn(let index, _, _):
      return goes(table.columns[index].name, of: table, comesBack: true)
    case .alterColumn(let index, _, let change) where change.type != nil:
      let column = table.columns[index].name
      return viewHazards(table.name.name, column: column)
        + refusals(of: column, table, "its type can't change")
    default: return []
    }
  }

  private func goes(_ column: String, of table: SQLTable, comesBack: Bool) -> [Hazard] {
    var found =
      viewHazards(table.name.name, column: column)
      + refusals(of: column, table, "it can't go")
    guard let details = plan.previous.details.tables[table.name] else { return found }
    var lost: [String] = []
    func note(_ kind: String, _ definitions: [SQLDefinition]) {
      lost += definitions.filter { Self.names($0.text).contains(column) }
        .map { "\(kind) `\($0.name)`" }
    }
    note("the check", details.checks)
    note("the exclusion constraint", details.exclusions)
    note("the index", details.expressionIndexes)
    if comesBack, details.columnComments[column] != nil { lost.append("its comment") }
    if !lost.isEmpty {
      found.append(
        Hazard(
          code: .invisibleObject,
          message: "with `\(column)` of `\(table.name.name)` \(lost.joined(separator: ", ")) goes"
            + (comesBack ? " and does not come back; add it again in this script" : "")))
    }
    return found
  }

  /// Views that PostgreSQL keeps from losing what they need.
  private func viewHazards(_ table: String, column: String?) -> [Hazard] {
    let users = views.filter { view in
      view.words.contains(table) && (column.map { view.words.contains($0) } ?? true)
    }.map(\.name)
    if users.isEmpty { return [] }
    let what = column.map { "`\($0)` of `\(table)`" } ?? "`\(table)`"
    return [
      Hazard(
        code: .dependant,
        message:
          "PostgreSQL refuses it if \(users.count == 1 ? "the view" : "one of the views") "
          + "\(named(users)) uses \(what); drop the view before, and make it again behind")
    ]
  }

  /// Triggers, policies and generated columns that need a column.
  private func refusals(of column: String, _ table: SQLTable, _ what: String) -> [Hazard] {
    guard let details = plan.previous.details.tables[table.name] else { return [] }
    var users: [String] = []
    for (name, text) in details.generatedColumns.sorted(by: { $0.key < $1.key })
    where name != column && Self.names(text).contains(column) {
      users.append("the generated column `\(name)`")
    }
    for trigger in details.triggers where Self.names(trigger.text).contains(column) {
      users.append("the trigger `\(trigger.name)`")
    }
    if users.isEmpty { return [] }
    return [
      Hazard(
        code: .dependant,
        message:
          "\(users.joined(separator: " and ")) \(users.count == 1 ? "needs" : "need") `\(column)` of `\(table.name.name)`, so "
          + "\(what) before; drop that first, and make it again behind")
    ]
  }

  /// What goes with a table, and what the way back would not bring.
  private func lostWith(_ table: SQLTable) -> [Hazard] {
    guard let details = plan.previous.details.tables[table.name] else { return [] }
    var lost: [String] = []
    func note(_ kind: String, _ definitions: [SQLDefinition]) {
      lost += definitions.map { "\(kind) `\($0.name)`" }
    }
    note("the check", details.checks)
    note("the exclusion constraint", details.exclusions)
    note("the index", details.expressionIndexes)
    note("the trigger", details.triggers)
    note("the policy", details.policies)
    if lost.isEmpty { return [] }
    return [
      Hazard(
        code: .invisibleObject,
        message: "with `\(table.name.name)` \(lost.joined(separator: ", ")) goes")
    ]
  }

  /// The names in a text, without quotes; words of SQL are among them.
  static func names(_ text: String) -> Set<String> {
    var names: Set<String> = []
    var word: [UInt8] = []
    var quote: UInt8?
    func flush() {
      if !word.isEmpty { names.insert(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in text.utf8 {
      if let open = quote {
        if byte != open {
          word.append(byte)
        } else {
          if open == UInt8(ascii: "'") { word = [] }
          quote = nil
          flush()
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        flush()
        quote = byte
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        word.append(byte)
      default: flush()
      }
    }
    flush()
    return names
  }
}

extension Hazard {
  /// `CASCADE`
  public static var takesAlong: Hazard {
    Hazard(
      code: .invisibleObject,
      message:
        "`CASCADE` drops views, foreign keys and all else that depends on it, without saying what; drop "
        + "by name what shall go")
  }
}
