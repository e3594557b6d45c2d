import Migration
import Postgres

extension CountedLoss {
  /// It in words; without a number what holds for any database.
  var text: String {
    guard let count else { return Hazard(loss).message }
    func counted(_ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    let rows = counted("row", "rows")
    let values = counted("value", "values")
    switch loss {
    case .dropTable(let table): return "the table `\(table)` goes with its \(rows)"
    case .dropColumn(let table, let column):
      return "the column `\(column)` of `\(table)` goes with its \(values) (not null)"
    case .columnRecreated(let table, let column):
      return "the column `\(column)` of `\(table)` is made anew, and its \(values) are lost"
    case .riskyCast(let table, let column, let from, let to):
      return "\(values) of `\(column)` in `\(table)` may not fit when `\(from)` becomes `\(to)`"
    case .addedRequired(let table, let column):
      return "`\(column)` can't be added to `\(table)` as required and without a default: it has "
        + "\(rows); add it as optional, fill it, and make it required then"
    case .addedRequiredClientDefault(let table, let column):
      return "the default of `\(column)` is made by the client, so the \(rows) that `\(table)` has "
        + "would get none; add it as optional, fill it, and make it required then"
    case .madeRequired(let table, let column):
      return "`\(column)` of `\(table)` can't be required: it is NULL in \(rows); fill them first"
    case .recreatedRequired(let table, let column):
      return "the column `\(column)` of `\(table)` can't be made anew as a required one: it has "
        + "\(rows), whose values would be lost"
    case .primaryKeyChanged, .uniqueAdded, .enumValuesRemoved, .madeList:
      return Hazard(loss).message
    }
  }
}
