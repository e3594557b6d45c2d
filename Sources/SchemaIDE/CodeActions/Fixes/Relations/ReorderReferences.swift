import SchemaModel
import SchemaParser

extension QuickFix {
  /// Names the fields of `references` in the order of the key that they are.
  static let reorderReferences = QuickFix(
    "Put references in the order of their key", rules: ["relation-references-order"]
  ) { context in
    guard let side = context.relationField, side.attribute != nil else { return [] }
    let fields = side.scalarFields
    let references = side.referencedFields
    let indexes = Set(references.map(\.index))
    let key = side.related.uniqueCriteria.first { Set($0) == indexes }
    guard let key, fields.count == references.count, references.count == key.count else {
      return []
    }
    let pairs = zip(fields, references).sorted { left, right in
      (key.firstIndex(of: left.1.index) ?? 0) < (key.firstIndex(of: right.1.index) ?? 0)
    }
    let newFields = pairs.map(\.0.name).joined(separator: ", ")
    let newReferences = pairs.map(\.1.name).joined(separator: ", ")
    return [
      context.fix("Write `references: [\(newReferences)]`", isPreferred: true) { edit in
        guard let editor = context.analysis.editor(of: side.model.id) else { return }
        side.setArgument("fields", to: "[\(newFields)]", editor, &edit)
        side.setArgument("references", to: "[\(newReferences)]", editor, &edit)
      }
    ]
  }
}
