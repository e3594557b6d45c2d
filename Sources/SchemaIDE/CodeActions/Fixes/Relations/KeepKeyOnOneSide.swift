import SchemaModel
import SchemaParser

extension QuickFix {
  /// Leaves the foreign key of a one-to-one relation on one of its sides, and completes it there.
  static let keepKeyOnOneSide = QuickFix(
    "Leave the key of a one-to-one relation on one side",
    rules: [
      "one-to-one-actions-both-sides", "one-to-one-fields-both-sides",
      "one-to-one-fields-references-split", "one-to-one-references-both-sides",
      "one-to-one-references-fields-split", "one-to-one-wrong-side",
    ]
  ) { context in
    guard let side = context.relationField, let opposite = side.opposite(in: context.schema),
      side.field.arity != .list, opposite.field.arity != .list
    else { return [] }
    let keeper = holder(side, opposite)
    let other = keeper.field === side.field ? opposite : side
    let references = keeper.referencedFields
    let isComplete = !keeper.scalarFields.isEmpty && keeper.scalarFields.count == references.count
    let key = ForeignKey(
      from: keeper.model, named: keeper.field.name, to: keeper.related,
      isRequired: keeper.field.arity == .required)
    guard isComplete || key != nil else { return [] }
    return [
      context.fix(
        "Keep the key on `\(keeper.model.name).\(keeper.field.name)`", isPreferred: true
      ) { edit in
        if let attribute = other.attribute, let list = attribute.argumentList,
          let editor = context.analysis.editor(of: other.model.id)
        {
          let removed = attribute.arguments.filter { argument in
            ["fields", "references", "onDelete", "onUpdate", "map"].contains(argument.name?.text)
          }
          if removed.count == attribute.arguments.count {
            editor.remove(attribute, in: &edit)
          } else {
            editor.remove(removed, of: list, in: &edit)
          }
        }
        if !isComplete, let key {
          keeper.writeKey(key, isOneToOne: true, context.analysis, &edit)
        }
      }
    ]
  }

  /// The side to leave the key on: the required one, else the one that has more of it.
  private static func holder(_ side: RelationField, _ other: RelationField) -> RelationField {
    if side.field.arity != other.field.arity {
      return side.field.arity == .required ? side : other
    }
    func parts(_ side: RelationField) -> Int {
      (side.field.relation?.fields == nil ? 0 : 1)
        + (side.field.relation?.references == nil ? 0 : 1)
    }
    return parts(other) > parts(side) ? other : side
  }
}
