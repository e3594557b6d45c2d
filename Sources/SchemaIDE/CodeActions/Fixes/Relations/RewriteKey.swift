import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes the `fields` and `references` of a relation anew, where they name what can't be there.
  static let rewriteKey = QuickFix(
    "Write the key of a relation anew",
    rules: [
      "relation-fields-duplicate", "relation-fields-not-scalar",
      "relation-fields-references-length", "relation-references-duplicate",
      "relation-references-not-scalar",
    ]
  ) { context in
    guard let side = context.relationField, side.attribute != nil,
      let key = ForeignKey(
        from: side.model, named: side.field.name, to: side.related,
        isRequired: side.field.arity == .required)
    else { return [] }
    let isOneToOne = side.opposite(in: context.schema).map { $0.field.arity != .list } ?? false
    // Another field than those that are named may be right; only the user knows.
    let isObvious =
      key.newLines.isEmpty && Set(side.scalarFields.map(\.name)).isSubset(of: key.names)
    return [
      context.fix("Write `\(key.arguments)`", isPreferred: isObvious) { edit in
        side.writeKey(key, isOneToOne: isOneToOne, context.analysis, &edit)
      }
    ]
  }
}
