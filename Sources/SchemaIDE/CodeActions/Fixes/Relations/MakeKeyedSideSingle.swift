import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes the side of a relation that has the key a single value: one column holds one reference.
  static let makeKeyedSideSingle = QuickFix(
    "Make the side of a relation with the key a single value",
    rules: [
      "m2m-embedded-unsupported", "m2m-references", "m2m-references-not-id",
      "m2m-referential-action", "one-to-many-actions-on-back", "one-to-many-fields-missing",
      "one-to-many-fields-on-back", "one-to-many-references-missing",
    ]
  ) { context in
    guard let asked = context.relationField, let opposite = asked.opposite(in: context.schema)
    else { return [] }
    let (keyed, back) = asked.hasKey ? (asked, opposite) : (opposite, asked)
    guard keyed.isListWithSingleKey, !back.hasKey,
      back.field.arity == .list || back.field.arity == .optional && keyed.isUnique
    else { return [] }
    let isOptional = keyed.scalarFields.contains { $0.arity == .optional }
    return [
      context.fix(
        "Make `\(keyed.model.name).\(keyed.field.name)` a single value", isPreferred: true
      ) { keyed.setMark(isOptional ? "?" : "", context.analysis, &$0) }
    ]
  }
}
