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
    let nodes = model.block.nodes
    guard
      let index = nodes.indices.first(where: {
        nodes[$0].kind == .argument && nodes[$0].range == range
      }),
      let value = ArgumentSyntax(Syntax(block: model.block, index: index))?.value
    else { return nil }
    if value.functionName == "raw" { return value.arguments.first?.value?.stringValue }
    let conditions = value.members.compactMap { member -> String? in
      guard
        let field = model.fields.last(where: { $0.name == member.name.text })
      else { return nil }
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
