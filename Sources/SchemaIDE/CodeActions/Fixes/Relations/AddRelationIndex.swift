import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Adds an index over the fields of a relation.
  static let addRelationIndex = QuickFix(
    "Add an index for a relation",
    rules: ["relation-index-missing", "lint-foreign-key-without-index"]
  ) { context in
    guard let side = context.relationField, !side.scalarFields.isEmpty else { return [] }
    let names = side.scalarFields.map(\.name).joined(separator: ", ")
    return [
      // Whether a foreign key is worth an index is for the user to say.
      context.fix(
        "Add an index for the relation's field(s)",
        isPreferred: context.diagnostic.id == "relation-index-missing"
      ) { edit in
        context.analysis.editor(of: side.model.id)?
          .addBlockAttribute("@@index([\(names)])", in: &edit)
      }
    ]
  }
}
