import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes the fields that a relation refers to unique, in the model that has them.
  static let makeReferencedFieldsUnique = QuickFix(
    "Make what a relation refers to unique", rules: ["relation-references-not-unique"]
  ) { context in
    guard let side = context.relationField, !side.referencedFields.isEmpty else { return [] }
    return [
      context.fix("Make referenced field(s) unique", isPreferred: true) { edit in
        context.analysis.makeUnique(side.referencedFields, of: side.related, in: &edit)
      }
    ]
  }
}
