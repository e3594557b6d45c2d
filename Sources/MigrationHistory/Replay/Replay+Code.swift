extension Replay {
  /// Runs the steps of a `DO` statement as far as their course is known.
  ///
  /// Code that asks PostgreSQL's catalogue whether something is there is followed, and so are blocks that
  /// pass over errors. Whether everything was understood is given back; what was not is left out.
  mutating func run(_ steps: [ProcedureCode.Step], of code: [UInt8]) throws(ReplayProblem) -> Bool {
    var isUnderstood = true
    for step in steps where !step.isHarmless {
      switch step {
      case .harmless: break
      case .unknown: isUnderstood = false
      case .statement(let range):
        if !(try runStatement(code[range])) { isUnderstood = false }
      case .execute(let range):
        guard let text = Self.constant(code[range]) else {
          isUnderstood = false
          continue
        }
        for statement in ScriptStatement.split(text) {
          if !(try runStatement(text[statement.range])) { isUnderstood = false }
        }
      case .block(let body, let handlers):
        if !(try runBlock(body, handlers, of: code)) { isUnderstood = false }
      case .choice(let branches):
        if !(try runChoice(branches, of: code)) { isUnderstood = false }
      }
    }
    return isUnderstood
  }

  private mutating func runStatement(_ text: ArraySlice<UInt8>) throws(ReplayProblem) -> Bool {
    guard let statement = ScriptStatement.split(Array(text)).first,
      statement.depth <= PostgreSQLParser.depthLimit,
      let node = (try? PostgreSQLParser.statement(text))?.root?.list("stmts").first?["stmt"]
    else { return false }
    if case .notUnderstood = try catalogue.apply(node, source: text) { return false }
    return true
  }

  /// What a block with handlers has done is taken back when it fails.
  private mutating func runBlock(
    _ body: [ProcedureCode.Step], _ handlers: [ProcedureCode.Handler], of code: [UInt8]
  ) throws(ReplayProblem) -> Bool {
    if handlers.isEmpty { return try run(body, of: code) }
    let before = catalogue
    do throws(ReplayProblem) {
      return try run(body, of: code)
    } catch {
      guard let handler = handlers.first(where: { error.isMeant(by: $0.conditions) }) else {
        throw error
      }
      catalogue = before
      return try run(handler.body, of: code)
    }
  }

  private mutating func runChoice(
    _ branches: [(condition: Range<Int>?, body: [ProcedureCode.Step])], of code: [UInt8]
  ) throws(ReplayProblem) -> Bool {
    for branch in branches {
      guard let range = branch.condition else { return try run(branch.body, of: code) }
      let query = Array("SELECT ".utf8) + code[range]
      guard let statement = ScriptStatement.split(query).first,
        statement.depth <= PostgreSQLParser.depthLimit,
        let tree = try? PostgreSQLParser.statement(query[...]),
        let target = tree.root?.list("stmts").first?["stmt"]?["SelectStmt"]?.list("targetList")
          .first,
        let condition = target["ResTarget"]?["val"],
        let holds = CatalogueCondition(catalogue: catalogue).holds(condition)
      else { return false }
      if holds { return try run(branch.body, of: code) }
    }
    return true
  }

  /// What a string or dollar-quoted constant says; nil where it has escapes.
  private static func constant(_ token: ArraySlice<UInt8>) -> [UInt8]? {
    if token.first == UInt8(ascii: "$") {
      guard let end = token.dropFirst().firstIndex(of: UInt8(ascii: "$")) else { return nil }
      let tag = end - token.startIndex + 1
      return token.count >= 2 * tag ? Array(token.dropFirst(tag).dropLast(tag)) : nil
    }
    guard token.first == UInt8(ascii: "'"), token.count >= 2 else { return nil }
    var text: [UInt8] = []
    var isQuote = false
    for byte in token.dropFirst().dropLast() {
      if byte == UInt8(ascii: "'"), !isQuote {
        isQuote = true
      } else {
        isQuote = false
        text.append(byte)
      }
    }
    return text
  }
}

extension ReplayProblem {
  /// Whether one of these names of errors stands for it.
  ///
  /// Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
  fileprivate func isMeant(by names: [String]) -> Bool {
    let own =
      switch sqlState {
      case "42P07": "duplicate_table"
      case "42710": "duplicate_object"
      case "42701": "duplicate_column"
      case "42P06": "duplicate_schema"
      case "42P01": "undefined_table"
      case "42703": "undefined_column"
      case "42704": "undefined_object"
      case "3F000": "invalid_schema_name"
      case "42809": "wrong_object_type"
      case "2BP01": "dependent_objects_still_exist"
      case "42830": "invalid_foreign_key"
      case "42P16": "invalid_table_definition"
      default: ""
      }
    return names.contains("others") || names.contains(own)
  }
}
