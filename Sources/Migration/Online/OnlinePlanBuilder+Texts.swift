extension OnlinePlanBuilder {
  /// Gives rows their values, a thousand a transaction, so that nobody waits long for one of them.
  ///
  /// The rows are found by their places. A row that others write meanwhile has another one, and is missed; so
  /// this is done again until none is. Rows that never get a value, since it is NULL or a trigger refuses it,
  /// don't keep it going: it ends when it has given none its values ten times.
  func fillStatement(
    _ table: SQLTable, set values: String, where condition: String, hazards: [Hazard]
  ) -> Statement {
    let owner = renderer.name(table.name)
    let code = """

      DECLARE
        sync_table oid;
        sync_place tid;
        sync_count bigint := 0;
        sync_lacks boolean;
        sync_missed boolean;
        sync_idle integer := 0;
      BEGIN
        LOOP
          sync_missed := false;
          sync_idle := sync_idle + 1;
          FOR sync_table, sync_place IN SELECT tableoid, ctid FROM \(owner) WHERE \(condition) LOOP
            UPDATE \(owner) SET \(values)
              WHERE tableoid = sync_table AND ctid = sync_place AND (\(condition))
              RETURNING \(condition) INTO sync_lacks;
            IF sync_lacks IS NULL THEN
              sync_missed := true;
            ELSIF NOT sync_lacks THEN
              sync_idle := 0;
            END IF;
            sync_count := sync_count + 1;
            IF sync_count % 1000 = 0 THEN
              COMMIT;
            END IF;
          END LOOP;
          COMMIT;
          EXIT WHEN NOT sync_missed OR sync_idle >= 10;
        END LOOP;
      END

      """
    var statement = Statement(
      "DO " + Self.dollarQuoted(code), actions: [StatementAction(.changeRows, table.name.name)],
      hazards: hazards)
    statement.endsTransactions = true
    return statement
  }

  /// A name for a check, as SQL writes it.
  mutating func makeCheckName(_ table: SQLTable, _ column: SQLColumn) -> String {
    checkCount += 1
    let name = "filled_\(checkCount)_\(table.name.name)_\(column.name)"
    return renderer.quoted(Self.cut(name, to: 63))
  }

  /// The first bytes of a name, without the half of a character at their end.
  static func cut(_ name: String, to count: Int) -> String {
    var name = name
    if name.utf8.count <= count { return name }
    while name.utf8.count > count { name.removeLast() }
    // Quotes in names are doubled, and stay pairs.
    if name.reversed().prefix(while: { $0 == "\"" }).count % 2 == 1 { name.removeLast() }
    return name
  }

  /// A text between dollar signs, with a tag that does not occur in it.
  static func dollarQuoted(_ text: String) -> String {
    var tag = "$$"
    var number = 0
    while text.contains(tag) {
      number += 1
      tag = "$sync\(number)$"
    }
    return tag + text + tag
  }
}
