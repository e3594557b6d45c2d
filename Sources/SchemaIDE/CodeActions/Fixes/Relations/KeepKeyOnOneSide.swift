import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Leaves the foreign key of a one-to-one relation on one of its sides, and completes it there.
  static let keepKeyOnOneSide = QuickFix(
    "Leave the key of a one-to-one relation on one side",
    rules: [
      "one-to-one-actions-both-sides", "one-to-one-fields-both-sides",
      "one-to-one-fields-references-split", "one-to-one-references-both-sides",
      "one-to-one-references-fields-split",
    ]
  ) { context in
    guard let side = context.relationField, let opposite = side.opposite(in: context.schema),
      side.field.arity != .list, opposite.field.arity != .list
    else { return [] }
    let first = holder(side, opposite)
    let second = first.field === side.field ? opposite : side
    // Of two keys only the user knows which one is meant.
    return [(first, second)].compactMap { keep($0, not: $1, context) }
      + (second.hasKey ? [(second, first)] : []).compactMap { keep($0, not: $1, context) }
  }

  /// The side to leave the key on: the one that has `fields`, then the required one, else the one that
  /// has more of it.
  private static func holder(_ side: RelationField, _ other: RelationField) -> RelationField {
    if side.hasKey != other.hasKey { return side.hasKey ? side : other }
    if side.field.arity != other.field.arity {
      return side.field.arity == .required ? side : other
    }
    let isFuller =
      other.field.relation?.references != nil && side.field.relation?.references == nil
    return isFuller ? other : side
  }

  /// The action that takes the key from `other`; nil when `keeper` can't get a whole one.
  private static func keep(
    _ keeper: RelationField, not other: RelationField, _ context: QuickFixContext
  ) -> CodeAction? {
    let fields = keeper.scalarFields
    var references: [String]?
    var key: ForeignKey?
    if fields.isEmpty {
      key = ForeignKey(
        from: keeper.model, named: keeper.field.name, to: keeper.related,
        isRequired: keeper.field.arity == .required)
      if key == nil { return nil }
    } else if keeper.referencedFields.count != fields.count {
      references = keeper.references(like: other) ?? keeper.fittingReferences
      if references == nil { return nil }
    }
    let removed = (other.attribute?.arguments ?? []).filter { argument in
      ["fields", "references", "onDelete", "onUpdate", "map"].contains(argument.name?.text)
    }
    // References alone say nothing, and neither does what stands on the other side, too.
    let kept = Set((keeper.attribute?.arguments ?? []).map { keeper.model.block.text($0.range) })
    let isObvious = removed.allSatisfy { argument in
      argument.name?.text == "references" || kept.contains(other.model.block.text(argument.range))
    }
    return context.fix(
      "Keep the key on `\(keeper.model.name).\(keeper.field.name)`", isPreferred: isObvious
    ) { [references, key] edit in
      if let attribute = other.attribute, let list = attribute.argumentList,
        let editor = context.analysis.editor(of: other.model.id)
      {
        if removed.count == attribute.arguments.count {
          editor.remove(attribute, in: &edit)
        } else {
          editor.remove(removed, of: list, in: &edit)
        }
      }
      if let key {
        keeper.writeKey(key, isOneToOne: true, context.analysis, &edit)
      } else if let references, let editor = context.analysis.editor(of: keeper.model.id) {
        let list = references.joined(separator: ", ")
        keeper.setArgument("references", to: "[\(list)]", editor, &edit)
      }
      // The side that is referred to can't be required.
      if other.field.arity == .required { other.setMark("?", context.analysis, &edit) }
    }
  }
}

extension RelationField {
  /// The names in the `references` of the other side, which belong to this one; nil unless they go with
  /// the fields here.
  fileprivate func references(like other: RelationField) -> [String]? {
    let written = other.attribute?.arguments.first { $0.name?.text == "references" }?.value
    let names = (written?.elements ?? []).map(\.text)
    let targets = names.compactMap { related.field(Name($0)) }
    guard targets.count == names.count, targets.map(\.type) == scalarFields.map(\.type) else {
      return nil
    }
    return names
  }
}
