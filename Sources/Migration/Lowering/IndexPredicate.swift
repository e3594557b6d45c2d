import SchemaModel
import SchemaParser

/// Reads the argument `where` of an index.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/data-model/indexes
enum IndexPredicate {
  /// The condition as SQL, nil when it can't be read.
  ///
  /// - Parameter range: the argument (span class ARG, from the start of the model's block).
  static func sql(of range: TextRange, in model: Model, dialect: SQLDialect) -> String? {
    guard let index = argument(range, in: model.block),
      let value = ArgumentSyntax(Syntax(block: model.block, index: index))?.value
    else { return nil }
    if value.functionName == "raw" { return value.arguments.first?.value?.stringValue }
    let conditions = value.members.compactMap { member -> String? in
      guard let field = model.field(Name(member.name.text)) else { return nil }
      let column = "\"\(field.databaseName)\""
      if member.value.kind == .object {
        return member.value.members.first.flatMap {
          condition(column, $0.value, isNegated: true, dialect)
        }
      }
      return condition(column, member.value, isNegated: false, dialect)
    }
    return conditions.isEmpty ? nil : "(\(conditions.joined(separator: " AND ")))"
  }

  /// The place of an argument in the arena, whose nodes never begin before the one in front of them.
  private static func argument(_ range: TextRange, in block: SyntaxBlock) -> Int? {
    let nodes = block.nodes
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].start < range.start { low = middle + 1 } else { high = middle }
    }
    while low < nodes.count, nodes[low].start == range.start {
      if nodes[low].kind == .argument, nodes[low].range == range { return low }
      low += 1
    }
    return nil
  }

  private static func condition(
    _ column: String, _ value: ExpressionSyntax, isNegated: Bool, _ dialect: SQLDialect
  ) -> String? {
    if value.constantValue == "null" {
      return isNegated ? "\(column) IS NOT NULL" : "\(column) IS NULL"
    }
    let text: String
    if let string = value.stringValue {
      text =
        "'" + string.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        + "'"
    } else if dialect == .sqlite, let constant = value.constantValue {
      text = constant == "true" ? "1" : "0"
    } else {
      text = value.text
    }
    return "\(column) \(isNegated ? "!=" : "=") \(text)"
  }
}
