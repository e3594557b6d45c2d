import SchemaModel
import SchemaParser

extension QuickFix {
  /// Moves `onDelete` and `onUpdate` to the side of a relation that has the foreign key.
  static let moveReferentialActions = QuickFix(
    "Move actions to the side with the foreign key",
    rules: ["one-to-many-actions-on-back", "one-to-one-actions-on-back"]
  ) { context in
    guard let side = context.relationField, let opposite = side.opposite(in: context.schema),
      let attribute = side.attribute, let target = opposite.attribute,
      // They are where they belong, whatever the sides are taken for.
      !side.hasKey
    else { return [] }
    let moved = attribute.arguments.filter { ["onDelete", "onUpdate"].contains($0.name?.text) }
    let present = target.arguments.compactMap { $0.name?.text }
    guard !moved.isEmpty, !moved.contains(where: { present.contains($0.name?.text ?? "") }) else {
      return []
    }
    let texts = moved.map { side.model.block.text($0.range) }
    return [
      context.fix(
        "Move to `\(opposite.model.name).\(opposite.field.name)`", isPreferred: true
      ) { edit in
        guard let editor = context.analysis.editor(of: side.model.id),
          let other = context.analysis.editor(of: opposite.model.id),
          let list = attribute.argumentList
        else { return }
        if moved.count == attribute.arguments.count {
          editor.remove(attribute, in: &edit)
        } else {
          editor.remove(moved, of: list, in: &edit)
        }
        other.addArgument(texts.joined(separator: ", "), to: target, in: &edit)
      }
    ]
  }
}
