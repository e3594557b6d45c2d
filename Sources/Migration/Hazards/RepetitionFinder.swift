/// Finds steps that change nothing, since the database has already what they ask for: it gives a type or a
/// default back in another form than the schema has, so Prisma compares the two in vain, at every run.
///
/// What the database would give back for the schema is known once it has been made there, or once PostgreSQL's
/// own parser has read it: see ``Plan/restated``.
struct RepetitionFinder {
  private let plan: Plan
  /// What a database gives back for ``Plan/restated``.
  private let printed: [QualifiedName: SQLTable]

  init(plan: Plan, printed: SQLSchema?) {
    self.plan = plan
    self.printed = Dictionary(
      (printed?.tables ?? []).map { ($0.name, $0) }, uniquingKeysWith: { $1 })
  }

  /// What to say about a step.
  func hazards(of step: Step) -> [Hazard] {
    if printed.isEmpty { return [] }
    switch step {
    case .alterTable(let table, let other, let changes):
      return hazards(of: changes, plan.previous.tables[table], plan.next.tables[other])
    case .createIndex(let existing?, let table, let place, isRestored: false):
      let owner = plan.next.tables[table]
      return hazards(
        of: owner.indexes[place], owner, before: plan.previous.tables[existing].indexes)
    default: return []
    }
  }

  // MARK: Columns

  private func hazards(
    of changes: [TableChange], _ before: SQLTable, _ after: SQLTable
  ) -> [Hazard] {
    guard let table = printed[after.name] else { return [] }
    let columns = Dictionary(table.columns.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    return changes.compactMap { change in
      switch change {
      case .alterColumn(let old, let new, let change):
        let (old, new) = (before.columns[old], after.columns[new])
        guard let back = columns[new.name], back.isSame(as: old) else { return nil }
        let isHarmful = change.changesAutoincrement
        return hazard(
          new, back, after.name.name,
          isHarmful ? "it takes the default away, or fails" : "this changes nothing",
          isWithoutEffect: !isHarmful)
      case .recreateColumn(let old, let new, _):
        let (old, new) = (before.columns[old], after.columns[new])
        guard let back = columns[new.name], back.isSame(as: old) else { return nil }
        return hazard(new, back, after.name.name, "this loses all its values for nothing")
      default: return nil
      }
    }
  }

  private func hazard(
    _ new: SQLColumn, _ back: SQLColumn, _ table: String, _ consequence: String,
    isWithoutEffect: Bool = false
  ) -> Hazard {
    let advice =
      back.defaultValue == nil && new.defaultValue != nil && new.type == back.type
      ? "leave `@default` out"
      : new.spelling(of: back).map { "write `\($0)` in the schema" }
    return Hazard(
      code: .defect,
      message:
        "`\(new.name)` of `\(table)` is already what the schema asks for, and the database gives it back in "
        + "another form, so Prisma writes this at every run, and \(consequence); "
        + (advice ?? "take the form of `db pull` into the schema"),
      columns: [new.name], isWithoutEffect: isWithoutEffect)
  }

  // MARK: Indexes

  private func hazards(of new: SQLIndex, _ table: SQLTable, before: [SQLIndex]) -> [Hazard] {
    guard let old = before.first(where: { $0.name == new.name }),
      let back = printed[table.name]?.indexes.first(where: { $0.name == new.name }),
      back.isSame(as: old)
    else { return [] }
    let head = "the index `\(new.name)` is there already, and "
    let tail = ", so Prisma builds it anew at every run; "
    // Which operator classes a B-tree has, Prisma does not read.
    if new.method == .bTree, new.columns.contains(where: { $0.operatorClass != nil }) {
      return [
        Hazard(
          code: .defect,
          message: head + "Prisma does not see the operator classes of a B-tree" + tail
            + "leave this out if it has them")
      ]
    }
    guard let predicate = back.predicate, new.predicate != nil else { return [] }
    return [
      Hazard(
        code: .defect,
        message: head + "the database gives its condition back in another form" + tail
          + "write `where: raw(\(SQLColumn.quoted(predicate)))` in the schema")
    ]
  }
}

extension Plan {
  /// The columns and indexes that change in place and may be what they shall be already, as a structure that
  /// an empty database can be given: what it gives back shows which of the changes are none.
  ///
  /// Without tables where the plan starts from no database, or not from PostgreSQL.
  public var restated: SQLSchema {
    var result = SQLSchema(
      dialect: next.dialect, origin: .schemaFile, defaultNamespace: next.defaultNamespace)
    guard next.dialect == .postgresql, previous.origin == .database else { return result }
    var columns: [Int: Set<Int>] = [:]
    var indexes: [Int: [Int]] = [:]
    var dropped: Set<QualifiedName> = []
    for step in steps {
      switch step {
      case .alterTable(_, let table, let changes):
        for change in changes {
          switch change {
          case .alterColumn(_, let column, let change)
          where change.changesDefault || change.changesAutoincrement || change.type != nil:
            columns[table, default: []].insert(column)
          case .recreateColumn(_, let column, _): columns[table, default: []].insert(column)
          default: break
          }
        }
      case .dropIndex(let table, let place):
        let owner = previous.tables[table]
        dropped.insert(owner.name.with(name: owner.indexes[place].name))
      case .createIndex(_?, let table, let place, isRestored: false):
        indexes[table, default: []].append(place)
      default: break
      }
    }
    for place in Set(columns.keys).union(indexes.keys).sorted() {
      let table = next.tables[place]
      var part = SQLTable(name: table.name)
      part.indexes = (indexes[place] ?? []).map { table.indexes[$0] }
        .filter { dropped.contains(table.name.with(name: $0.name)) }
      let wanted = columns[place] ?? []
      if part.indexes.isEmpty, wanted.isEmpty { continue }
      for (column, definition) in table.columns.enumerated() {
        var definition = definition
        if !wanted.contains(column) {
          // Conditions of indexes speak of other columns, too.
          if part.indexes.isEmpty { continue }
          definition.defaultValue = nil
          definition.isAutoincrement = false
        }
        part.columns.append(definition)
      }
      result.tables.append(part)
    }
    if result.tables.isEmpty { return result }
    result.enums = next.enums
    result.namespaces = Set(result.tables.map(\.name.namespace)).union(
      result.enums.map(\.name.namespace)
    ).sorted { $0.precedesInBytes($1) }
    result.extensions = previous.extensions
    result.comparesPartialIndexes = true
    return result
  }
}

extension SQLColumn {
  /// Whether the database has the same for both.
  fileprivate func isSame(as other: SQLColumn) -> Bool {
    type == other.type && arity == other.arity && defaultValue == other.defaultValue
      && isAutoincrement == other.isAutoincrement
  }

  /// The attributes to write in the schema so that it has what the database gives back, nil where that takes
  /// more.
  fileprivate func spelling(of back: SQLColumn) -> String? {
    var parts: [String] = []
    if type != back.type {
      guard let native = back.type.native, native.isKnown else { return nil }
      parts.append("@db.\(native.description)")
    }
    if defaultValue != back.defaultValue {
      switch back.defaultValue {
      case .now: parts.append("@default(now())")
      case .sequence: parts.append("@default(autoincrement())")
      case .dbGenerated(let text?): parts.append("@default(dbgenerated(\(Self.quoted(text))))")
      case .value(.integer(let digits)), .value(.bigInteger(let digits)),
        .value(.decimal(let digits)):
        parts.append("@default(\(digits))")
      case .value(.boolean(let value)): parts.append("@default(\(value))")
      case .value(.string(let text)): parts.append("@default(\(Self.quoted(text)))")
      default: return nil
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// A text as a string of the schema language.
  fileprivate static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"", "\\": result += "\\\(character)"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(character)
      }
    }
    return result + "\""
  }
}

extension SQLIndex {
  /// Whether the database gives the same back for both; of operator classes only those that it tells.
  fileprivate func isSame(as other: SQLIndex) -> Bool {
    kind == other.kind && method == other.method && predicate == other.predicate
      && columns == other.columns
  }
}
