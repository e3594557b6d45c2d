import Migration

extension Plan {
  /// What PostgreSQL gives back for the columns and indexes that change in place, as its own parser and the
  /// replay have it: which of the changes are none shows in it.
  ///
  /// What can't be read is missing. Without tables where there is nothing to ask; it costs next to nothing then.
  public var printed: SQLSchema {
    let wanted = restated
    if wanted.tables.isEmpty { return wanted }
    let empty = SQLSchema(
      dialect: wanted.dialect, origin: .empty, defaultNamespace: wanted.defaultNamespace)
    let script = SQLScript(Plan(from: empty, to: wanted), profile: .sevenTen)
    var replay = Replay(defaultNamespace: wanted.defaultNamespace)
    for statement in script.sections.flatMap(\.statements) {
      let script = MigrationScript(migration: "", path: "", bytes: Array(statement.utf8))
      // What fails in an empty database is only missing from what it gives back.
      try? replay.apply(script)
    }
    return replay.schema(namespaces: wanted.namespaces)
  }
}
