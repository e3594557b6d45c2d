import Migration

/// A statement of a script that takes rows or values away, or of which nobody knows whether it does.
public struct PossibleLoss: Hashable, Sendable {
  /// What it does, behind the name of its script: "deletes rows".
  public let deed: String
  /// The line of the statement, from 1.
  public let line: Int
  /// The same as a plan tells it, nil where no plan knows of it.
  public let loss: DataLoss?

  /// Those of the statements of a script, in order.
  public static func all(in script: [UInt8]) -> [PossibleLoss] {
    var lines = LineCounter(script)
    var losses: [PossibleLoss] = []
    for statement in ScriptStatement.split(script) {
      let line = lines.line(of: statement.range.lowerBound)
      for (deed, loss) in deeds(of: statement, in: script) {
        losses.append(PossibleLoss(deed: deed, line: line, loss: loss))
      }
    }
    return losses
  }

  private typealias Deed = (text: String, loss: DataLoss?)

  private static let deletion = "deletes rows"

  private static func deeds(of statement: ScriptStatement, in script: [UInt8]) -> [Deed] {
    let text = script[statement.range]
    guard statement.depth <= PostgreSQLParser.depthLimit, !text.contains(0),
      let tree = try? PostgreSQLParser.statement(text)
    else { return [("has a statement that can't be read", nil)] }
    return (tree.root?.list("stmts") ?? []).flatMap { entry -> [Deed] in
      guard let statement = entry["stmt"], let node = statement.content else { return [] }
      return deeds(of: node, statement.kind, text)
    }
  }

  private static func deeds(
    of node: SyntaxNode, _ kind: String, _ text: ArraySlice<UInt8>
  ) -> [Deed] {
    switch kind {
    case "DeleteStmt", "TruncateStmt": [(deletion, nil)]
    // What can have a `DELETE` inside.
    case "SelectStmt", "InsertStmt", "UpdateStmt", "MergeStmt", "ExplainStmt", "PrepareStmt":
      hasDeletion(text) ? [(deletion, nil)] : []
    case "DoStmt", "CallStmt", "ExecuteStmt": [("runs code that is not looked into", nil)]
    case "DropStmt": deeds(ofDrop: node)
    case "DropOwnedStmt": [("drops all that a role owns", nil)]
    case "AlterTableStmt": deeds(ofAlterTable: node)
    default: []
    }
  }

  private static func hasDeletion(_ text: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(text)
    var tokens = SQLTokenizer(bytes)
    while let token = tokens.next() {
      if case .word = token.kind, token.range.count == 6,
        String(decoding: bytes[token.range], as: UTF8.self).lowercased() == "delete"
      {
        return true
      }
    }
    return false
  }

  private static func deeds(ofDrop node: SyntaxNode) -> [Deed] {
    switch node.text("removeType") {
    case "OBJECT_TABLE", "OBJECT_FOREIGN_TABLE":
      node.list("objects").map {
        let name = $0.qualifiedName.name
        return ("drops the table `\(name)`", .dropTable(table: name))
      }
    case "OBJECT_SCHEMA": [("drops a schema", nil)]
    // Columns of a type go with it.
    case "OBJECT_TYPE", "OBJECT_DOMAIN", "OBJECT_EXTENSION":
      node.text("behavior") == "DROP_CASCADE" ? [("drops what depends on a type", nil)] : []
    default: []
    }
  }

  private static func deeds(ofAlterTable node: SyntaxNode) -> [Deed] {
    let table = node["relation"]?.text("relname") ?? ""
    return node.list("cmds").compactMap { $0["AlterTableCmd"] }.compactMap { command in
      guard command.text("subtype") == "AT_DropColumn" else { return nil }
      let column = command.text("name") ?? ""
      return (
        "drops the column `\(column)` of `\(table)`", .dropColumn(table: table, column: column)
      )
    }
  }
}
