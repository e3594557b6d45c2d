import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes the side of a relation that is referred to a list, or optional where the key is unique.
  ///
  /// Where both sides are single and required Prisma takes one of them for the side with the key by its
  /// name alone, and complains about the other. The key tells better which is which.
  static let makeBackManyOrOptional = QuickFix(
    "Make the side of a relation without the key a list or optional",
    rules: ["one-to-one-actions-on-back", "one-to-one-back-required", "one-to-one-wrong-side"]
  ) { context in
    guard let asked = context.relationField, let opposite = asked.opposite(in: context.schema)
    else { return [] }
    let (keyed, back) = asked.hasKey ? (asked, opposite) : (opposite, asked)
    guard keyed.hasKey, !back.hasKey, keyed.field.arity != .list, back.field.arity == .required
    else { return [] }
    let (mark, how) = keyed.isUnique ? ("?", "optional") : ("[]", "a list")
    return [
      context.fix("Make `\(back.model.name).\(back.field.name)` \(how)", isPreferred: true) {
        back.setMark(mark, context.analysis, &$0)
      }
    ]
  }
}
