import Diagnostics
import Migration

/// The value of `--rename`: `table=new`, `table.column=new`, each also with a database schema before it.
/// Names are those in the database.
struct RenameArgument: Hashable, Sendable {
  private let text: String
  /// The parts before the sign, at least one.
  private let parts: [String]
  private let newName: String

  init(_ text: String) throws(UsageError) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let parts =
      sides.first?.split(separator: ".", omittingEmptySubsequences: false).map(String.init) ?? []
    guard sides.count == 2, let last = sides.last, !last.isEmpty, (1...3).contains(parts.count),
      !parts.contains("")
    else {
      throw UsageError(
        "`--rename` does not understand `\(text)`",
        help:
          "write `--rename table.column=new` or `--rename table=new`, with names of the database")
    }
    self.text = text
    self.parts = parts
    newName = String(last)
  }

  /// What is renamed in a structure.
  func rename(in schema: SQLSchema) throws(CommandFailure) -> SQLRename {
    func table(_ name: String, _ namespace: String? = nil) -> SQLTable? {
      schema.tables.first {
        $0.name.name == name && $0.name.namespace == namespace ?? schema.defaultNamespace
      } ?? schema.tables.first { $0.name.name == name && namespace == nil }
    }
    let tableOnly: SQLTable?
    var owner: SQLTable?
    var column = ""
    switch parts.count {
    case 1: tableOnly = table(parts[0])
    case 2:
      owner = table(parts[0])
      column = parts[1]
      tableOnly = owner == nil ? table(parts[1], parts[0]) : nil
    default:
      owner = table(parts[1], parts[0])
      column = parts[2]
      tableOnly = nil
    }
    if let tableOnly { return SQLRename(table: tableOnly.name, to: newName) }
    if let owner, owner.columnIndex(column) != nil {
      return SQLRename(table: owner.name, column: column, to: newName)
    }
    guard let owner else {
      let name = parts.count == 3 ? parts[1] : parts[0]
      let near = Suggestion.nearest(to: name, among: schema.tables.map(\.name.name))
      throw CommandFailure(
        "`--rename \(text)`: there is no table `\(name)` on the side that it starts from",
        help: near.map { "did you mean `\($0)`?" })
    }
    let near = Suggestion.nearest(to: column, among: owner.columns.map(\.name))
    throw CommandFailure(
      "`--rename \(text)`: the table `\(owner.name.name)` has no column `\(column)` on the side that it "
        + "starts from",
      help: near.map { "did you mean `\($0)`?" })
  }

  /// A plan with renames: those of columns first, so that all go by the names before.
  static func plan(
    _ plan: Plan, with arguments: [RenameArgument]
  ) throws(CommandFailure) -> Plan {
    if arguments.isEmpty { return plan }
    var renames: [SQLRename] = []
    for argument in arguments { renames.append(try argument.rename(in: plan.previous)) }
    let sorted = renames.filter { $0.column != nil } + renames.filter { $0.column == nil }
    return Plan(from: plan.previous, to: plan.next, renames: sorted)
  }
}

extension [RenameArgument] {
  /// Those whose table and column are there.
  func known(in schema: SQLSchema) -> [SQLRename] { compactMap { try? $0.rename(in: schema) } }
}
