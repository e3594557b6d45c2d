/// Compares the indexes of a table.
struct IndexDiff {
  let previousTable: Int
  let nextTable: Int
  let before: SQLTable
  let after: SQLTable
  /// The columns that are dropped and made anew, which takes their indexes along.
  let recreated: Set<String>
  let dialect: SQLDialect
  /// Whether the rows that an index holds are compared.
  let comparesPredicates: Bool

  /// The steps of the indexes.
  func steps() -> [Step] {
    var steps: [Step] = []
    for (index, old) in before.indexes.enumerated()
    where !after.indexes.contains(where: { isSame(old, $0) }) {
      if !comparesPredicates, old.predicate != nil { continue }
      steps.append(.dropIndex(previousTable: previousTable, previous: index))
    }
    for (place, new) in after.indexes.enumerated() {
      if !before.indexes.contains(where: { isSame($0, new) }) {
        steps.append(create(place, isRestored: false))
      }
    }
    for (index, old) in before.indexes.enumerated() where !hasTwin(index) {
      guard let place = after.indexes.firstIndex(where: { isSame(old, $0) }) else { continue }
      if old.columns.contains(where: { recreated.contains($0.name) }) {
        steps.append(create(place, isRestored: true))
      } else if old.name != after.indexes[place].name {
        steps.append(rename(index, to: place))
      }
    }
    return steps
  }

  private func rename(_ index: Int, to place: Int) -> Step {
    dialect.renamesIndexes
      ? .renameIndex(
        previousTable: previousTable, previous: index, nextTable: nextTable, next: place)
      : .redefineIndex(
        previousTable: previousTable, previous: index, nextTable: nextTable, next: place)
  }

  private func create(_ place: Int, isRestored: Bool) -> Step {
    .createIndex(
      previousTable: previousTable, nextTable: nextTable, next: place, isRestored: isRestored)
  }

  /// Whether another index before has the same columns and kind, so that it is not known which is
  /// which.
  private func hasTwin(_ index: Int) -> Bool {
    let own = before.indexes[index]
    return before.indexes.indices.contains { other in
      other != index && before.indexes[other].kind == own.kind
        && before.indexes[other].columns.map(\.name) == own.columns.map(\.name)
    }
  }

  private func isSame(_ old: SQLIndex, _ new: SQLIndex) -> Bool {
    guard old.kind == new.kind, old.method == new.method, old.columns.count == new.columns.count
    else { return false }
    for (left, right) in zip(old.columns, new.columns) {
      guard left.name == right.name, left.length == right.length,
        (left.sort ?? .ascending) == (right.sort ?? .ascending)
      else { return false }
      let isSameClass =
        left.operatorClass == right.operatorClass
        || left.operatorClass == nil && right.isDefaultOperatorClass
        || right.operatorClass == nil && left.isDefaultOperatorClass
      if !isSameClass { return false }
    }
    return !comparesPredicates
      || old.predicate.map(Predicate.tokens) == new.predicate.map(Predicate.tokens)
  }
}
