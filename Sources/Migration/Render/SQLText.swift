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

extension SQLIndex {
  /// The statement that makes it.
  ///
  /// - Parameter table: the name of the table as it is written.
  func definition(on table: String) -> String {
    var writer = SQLWriter()
    writer.write(kind == .unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
    writer.appendQuoted(name)
    writer.write(" ON ")
    writer.append(table)
    if method != .bTree { writer.append(" USING \(method.rawValue) ") }
    writer.write("(")
    for (place, column) in columns.enumerated() {
      if place > 0 { writer.write(", ") }
      writer.appendQuoted(column.name)
      if let operatorClass = column.operatorClass { writer.append(" \(operatorClass)") }
      if let sort = column.sort { writer.append(" \(sort.rawValue)") }
    }
    writer.write(")")
    if let predicate {
      let isEnclosed = predicate.hasPrefix("(") && predicate.hasSuffix(")")
      writer.append(isEnclosed ? " WHERE \(predicate)" : " WHERE (\(predicate))")
    }
    return writer.text
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
  /// What happens to the rows that refer to others.
  var actions: String {
    var writer = SQLWriter(capacity: 48)
    appendActions(to: &writer)
    return writer.text
  }

  /// Appends ``actions``.
  func appendActions(to writer: inout SQLWriter) {
    writer.write("ON DELETE ")
    writer.append(onDelete.rawValue)
    writer.write(" ON UPDATE ")
    writer.append(onUpdate.rawValue)
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
