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
    let twins = Dictionary(grouping: before.indexes, by: { Shape($0) }).mapValues(\.count)
    let oldShapes = before.indexes.map { shape(of: $0) }
    let newShapes = after.indexes.map { shape(of: $0) }
    let oldByShape = Dictionary(grouping: oldShapes.indices, by: { oldShapes[$0] })
    let newByShape = Dictionary(grouping: newShapes.indices, by: { newShapes[$0] })
    for (index, old) in before.indexes.enumerated()
    where first(in: newByShape[oldShapes[index]], { isSame(old, after.indexes[$0]) }) == nil {
      if !comparesPredicates, old.predicate != nil { continue }
      steps.append(.dropIndex(previousTable: previousTable, previous: index))
    }
    for (place, new) in after.indexes.enumerated()
    where first(in: oldByShape[newShapes[place]], { isSame(before.indexes[$0], new) }) == nil {
      steps.append(create(place, isRestored: false))
    }
    for (index, old) in before.indexes.enumerated() {
      // Where another has the same columns and kind, it is not known which is which.
      guard twins[Shape(old)] == 1,
        let place = first(in: newByShape[oldShapes[index]], { isSame(old, after.indexes[$0]) })
      else { continue }
      if old.columns.contains(where: { recreated.contains($0.name) }) {
        steps.append(create(place, isRestored: true))
      } else if old.name != after.indexes[place].name {
        steps.append(rename(index, to: place))
      }
    }
    return steps
  }

  /// What two indexes that are the same have in common, and what makes them twins.
  private struct Shape: Hashable {
    let kind: SQLIndex.Kind
    let columns: [String]
    /// The parts of the condition, nil without one, and where conditions don't count.
    var predicate: [String]?

    init(_ index: SQLIndex) {
      kind = index.kind
      columns = index.columns.map(\.name)
    }
  }

  private func shape(of index: SQLIndex) -> Shape {
    var shape = Shape(index)
    if comparesPredicates { shape.predicate = index.predicate.map(Predicate.tokens) }
    return shape
  }

  private func first(in places: [Int]?, _ isWanted: (Int) -> Bool) -> Int? {
    places?.first(where: isWanted)
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

  /// Whether two indexes of one shape are the same.
  private func isSame(_ old: SQLIndex, _ new: SQLIndex) -> Bool {
    guard old.method == new.method else { return false }
    for (left, right) in zip(old.columns, new.columns) {
      guard left.length == right.length,
        (left.sort ?? .ascending) == (right.sort ?? .ascending)
      else { return false }
      let isSameClass =
        left.operatorClass == right.operatorClass
        || left.operatorClass == nil && right.isDefaultOperatorClass
        || right.operatorClass == nil && left.isDefaultOperatorClass
      if !isSameClass { return false }
    }
    return true
  }
}
