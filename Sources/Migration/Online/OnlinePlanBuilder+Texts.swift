extension OnlinePlanBuilder {
  /// Gives rows their values, a thousand a transaction, so that nobody waits long for one of them.
  ///
  /// The rows are found by their places. Whatever becomes of a row meanwhile, none is missed: one that is
  /// written by others has its values by then.
  func fillStatement(
    _ table: SQLTable, set values: String, where condition: String, hazards: [Hazard]
  ) -> Statement {
    let owner = renderer.name(table.name)
    let code = """

      DECLARE
        sync_place tid;
        sync_count bigint := 0;
      BEGIN
        FOR sync_place IN SELECT ctid FROM \(owner) WHERE \(condition) LOOP
          UPDATE \(owner) SET \(values) WHERE ctid = sync_place AND (\(condition));
          sync_count := sync_count + 1;
          IF sync_count % 1000 = 0 THEN
            COMMIT;
          END IF;
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
