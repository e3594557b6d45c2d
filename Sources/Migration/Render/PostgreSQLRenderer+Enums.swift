extension PostgreSQLRenderer {
  /// Labels are not escaped: Prisma does not either.
  func createType(_ type: QualifiedName, _ values: [String]) -> String {
    "CREATE TYPE \(name(type)) AS ENUM (\(values.map { "'\($0)'" }.joined(separator: ", ")))"
  }

  /// Adds labels, or swaps the type for another when one goes.
  func alterEnum(previous index: Int, next other: Int, _ change: EnumChange) -> [String] {
    if !change.removed.isEmpty, !isCockroachDB { return swap(previous: index, next: other) }
    let type = name(previous.enums[index].name)
    var statements = change.added.map { "ALTER TYPE \(type) ADD VALUE '\($0)'" }
    if isCockroachDB {
      // There is no blank before `DROP`: the text is that of Prisma, and is understood all the same.
      return statements + change.removed.map { "ALTER TYPE \(type)DROP VALUE '\($0)'" }
    }
    if statements.count > 1 { statements[0] = Self.severalValuesNote + statements[0] }
    return statements
  }

  /// What Prisma writes over a step that adds several values.
  private static let severalValuesNote = """
    -- This migration adds more than one value to an enum.
    -- With PostgreSQL versions 11 and earlier, this is not possible
    -- in a single migration. This can be worked around by creating
    -- multiple migrations, each migration adding only one value to
    -- the enum.



    """

  private func swap(previous index: Int, next other: Int) -> [String] {
    let old = previous.enums[index].name
    let new = next.enums[other].name
    let temporary = name(new.with(name: new.name + "_new"))
    let replaced = name(old.with(name: old.name + "_old"))
    let defaults = columnsWithDefault(of: old)
    var statements = [
      "BEGIN", createType(new.with(name: new.name + "_new"), next.enums[other].values),
    ]
    for column in defaults {
      statements.append(
        "ALTER TABLE \(swapName(column.table)) ALTER COLUMN \(quoted(column.name)) DROP DEFAULT")
    }
    for place in enumColumns.next[new] ?? [] {
      let table = next.tables[place.table]
      let column = table.columns[place.column]
      let list = column.arity == .list ? "[]" : ""
      statements.append(
        "ALTER TABLE \(name(table.name)) ALTER COLUMN \(quoted(column.name)) TYPE "
          + "\(temporary)\(list) USING (\(quoted(column.name))::text::\(temporary)\(list))")
    }
    statements.append("ALTER TYPE \(name(old)) RENAME TO \(quoted(old.name + "_old"))")
    statements.append("ALTER TYPE \(temporary) RENAME TO \(quoted(new.name))")
    statements.append(
      "DROP TYPE \(isFromDatabase ? qualified(old.with(name: old.name + "_old")) : replaced)")
    for column in defaults {
      guard let place = enumColumns.place(of: column.name, in: column.table) else { continue }
      let table = next.tables[place.table]
      let after = table.columns[place.column]
      guard after.type.enumeration == new, let value = defaultText(of: after) else { continue }
      statements.append(
        "ALTER TABLE \(name(table.name)) ALTER COLUMN \(quoted(after.name)) SET DEFAULT \(value)")
    }
    return statements + ["COMMIT"]
  }

  /// The columns of an enum before that have a default: those of tables that go, then those of tables
  /// that stay, first what goes.
  private func columnsWithDefault(
    of type: QualifiedName
  ) -> [(table: QualifiedName, name: String)] {
    var gone: [(QualifiedName, String)] = []
    var kept: [(QualifiedName, String)] = []
    // The columns of one table stand side by side.
    var places = (enumColumns.previous[type] ?? [])[...]
    while let first = places.first {
      let table = previous.tables[first.table]
      let own = places.prefix { $0.table == first.table }
      places = places[own.endIndex...]
      let columns = own.map { table.columns[$0.column].name }
      guard enumColumns.stays(table.name) else {
        gone += columns.map { (table.name, $0) }
        continue
      }
      let sorted = columns.sorted { $0.precedesInBytes($1) }
      kept += sorted.filter { enumColumns.place(of: $0, in: table.name) == nil }
        .map { (table.name, $0) }
      kept += sorted.filter { enumColumns.place(of: $0, in: table.name) != nil }
        .map { (table.name, $0) }
    }
    return gone + kept
  }

  /// Two places keep the schema, because they are taken from a database.
  private var isFromDatabase: Bool {
    previous.origin == .database && !profile.printsOnlyExplicitSchemas
  }

  private func swapName(_ table: QualifiedName) -> String {
    isFromDatabase ? qualified(table) : name(table)
  }

  private func qualified(_ name: QualifiedName) -> String {
    "\(quoted(name.namespace)).\(quoted(name.name))"
  }
}
