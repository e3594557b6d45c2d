/// What the databases write alike.
extension SQLRenderer {
  /// A name between quotes. Quotes in it are not doubled: Prisma does not either.
  func quoted(_ name: String) -> String { "\"\(name)\"" }

  /// A text between single quotes, those in it doubled.
  func literal(_ text: String) -> String {
    "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
  }
}

extension SQLIndex {
  /// The statement that makes it.
  ///
  /// - Parameter table: the name of the table as it is written.
  func definition(on table: String) -> String {
    var text = kind == .unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX "
    text += "\"\(name)\" ON \(table)"
    if method != .bTree { text += " USING \(method.rawValue) " }
    let columns = columns.map { column in
      var text = "\"\(column.name)\""
      if let operatorClass = column.operatorClass { text += " \(operatorClass)" }
      if let sort = column.sort { text += " \(sort.rawValue)" }
      return text
    }
    text += "(\(columns.joined(separator: ", ")))"
    if let predicate {
      let isEnclosed = predicate.hasPrefix("(") && predicate.hasSuffix(")")
      text += isEnclosed ? " WHERE \(predicate)" : " WHERE (\(predicate))"
    }
    return text
  }
}

extension SQLForeignKey {
  /// What happens to the rows that refer to others, as SQL.
  var actions: String { "ON DELETE \(onDelete.rawValue) ON UPDATE \(onUpdate.rawValue)" }
}

extension SQLTable {
  /// The names of the columns that another table has too, in byte order: what is copied from one to the
  /// other.
  func columnNames(in other: SQLTable) -> [String] {
    let names = Set(other.columns.map(\.name))
    return columns.map(\.name).filter { names.contains($0) }.sorted { $0.precedesInBytes($1) }
  }
}
