/// Values that statements add to enums. They can't be used before their transaction has ended, unless it
/// has made the enum too.
///
/// Source: https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES
struct AddedEnumValues {
  private var values: [String] = []
  /// The enums that the transaction has made, by the parts of their names.
  private var newTypes: Set<[String]> = []

  /// Takes note of a statement.
  ///
  /// - Parameter statement: an object with the node as the only member.
  mutating func note(_ statement: SyntaxNode) {
    guard let node = statement.content else { return }
    switch statement.kind {
    case "CreateEnumStmt": newTypes.insert(node.names("typeName"))
    case "AlterEnumStmt" where node.text("oldVal") == nil:
      guard let value = node.text("newVal"), !newTypes.contains(node.names("typeName")) else {
        return
      }
      values.append(value)
    default: break
    }
  }

  /// The transaction has ended: all values are there for good.
  mutating func release() {
    values = []
    newTypes = []
  }

  /// Those that a statement has among its texts, in the order in which they were added.
  ///
  /// - Parameter kind: what it is, as PostgreSQL's parser names it; empty where it was not parsed.
  func used(in range: Range<Int>, of script: [UInt8], _ kind: String) -> [String] {
    if values.isEmpty { return [] }
    switch kind {
    case "AlterEnumStmt", "CreateEnumStmt", "CommentStmt", "TransactionStmt": return []
    default: break
    }
    var tokens = SQLTokenizer(script, in: range)
    var texts: Set<String> = []
    var code: [UInt8] = []
    while let token = tokens.next() {
      switch token.kind {
      case .string:
        texts.insert(String(decoding: script[token.range].dropFirst().dropLast(), as: UTF8.self))
      // The code of a `DO` block runs at once.
      case .dollarString where kind == "DoStmt": code += script[token.range]
      default: break
      }
    }
    return values.filter { value in
      texts.contains(value)
        || !code.isEmpty && code.firstRange(of: Array("'\(value)'".utf8)) != nil
    }
  }
}
