/// What the databases write alike.
extension SQLRenderer {
  /// A name between quotes. Quotes in it are not doubled: Prisma does not either.
  func quoted(_ name: String) -> String { "\"\(name)\"" }

  /// A text between single quotes, those in it doubled.
  func literal(_ text: String) -> String {
    if !text.utf8.contains(UInt8(ascii: "'")) { return "'\(text)'" }
    return
      "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
  }
}

extension String {
  /// Appends a name between quotes.
  mutating func appendQuoted(_ name: String) {
    self += "\""
    self += name
    self += "\""
  }

  /// Appends names between quotes, with a comma and a blank between them.
  mutating func appendList(_ names: [String]) {
    for (place, name) in names.enumerated() {
      if place > 0 { self += ", " }
      appendQuoted(name)
    }
  }
}

extension SQLIndex {
  /// The statement that makes it.
  ///
  /// - Parameter table: the name of the table as it is written.
  func definition(on table: String) -> String {
    var text = kind == .unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX "
    text.appendQuoted(name)
    text += " ON "
    text += table
    if method != .bTree { text += " USING \(method.rawValue) " }
    text += "("
    for (place, column) in columns.enumerated() {
      if place > 0 { text += ", " }
      text.appendQuoted(column.name)
      if let operatorClass = column.operatorClass { text += " \(operatorClass)" }
      if let sort = column.sort { text += " \(sort.rawValue)" }
    }
    text += ")"
    if let predicate {
      let isEnclosed = predicate.hasPrefix("(") && predicate.hasSuffix(")")
      text += isEnclosed ? " WHERE \(predicate)" : " WHERE (\(predicate))"
    }
    return text
  }
}

extension SQLRename {
  /// The statement that makes it.
  ///
  /// - Parameter table: the name of the table as it is written.
  func statement(on table: String) -> String {
    "ALTER TABLE \(table) RENAME " + (column.map { "COLUMN \"\($0)\" " } ?? "")
      + "TO \"\(newName)\""
  }
}

extension SQLForeignKey {
  /// Appends what happens to the rows that refer to others.
  func appendActions(to text: inout String) {
    text += "ON DELETE "
    text += onDelete.rawValue
    text += " ON UPDATE "
    text += onUpdate.rawValue
  }
}

extension SQLTable {
  /// The names of the columns that another table has too, in byte order: what is copied from one to the
  /// other.
  func columnNames(in other: SQLTable) -> [String] {
    let names = Set(other.columns.map(\.name))
    return columns.map(\.name).filter { names.contains($0) }.sorted { $0.precedesInBytes($1) }
  }
}
