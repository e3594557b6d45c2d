import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Refers to the id of the other model, where `references` names a field that it does not have.
  static let referToID = QuickFix(
    "Refer to the id of a model", rules: ["relation-references-unknown"], waitsForOthers: true
  ) { context in
    guard let side = context.relationField, let id = side.related.strictUniqueCriterion else {
      return []
    }
    let targets = id.compactMap { side.related.field(at: $0) }
    let fields = side.scalarFields
    guard targets.count == fields.count, !fields.isEmpty,
      zip(fields, targets).allSatisfy({ $0.type == $1.type })
    else { return [] }
    let names = targets.map(\.name)
    // Another field that is unique may not be what was meant: the id may be missing.
    let isID = side.related.primaryKey.map { $0.fields.map(\.field) == id } ?? false
    return [
      context.fix(
        "Refer to \(names.map { "`\($0)`" }.joined(separator: " and "))", isPreferred: isID
      ) { edit in
        guard let editor = context.analysis.editor(of: side.model.id) else { return }
        side.setArgument("references", to: "[\(names.joined(separator: ", "))]", editor, &edit)
      }
    ]
  }
}
