import SchemaModel
import SchemaParser

extension QuickFix {
  /// Replaces a relation field by its scalar fields, where only those can stand.
  static let useScalarFields = QuickFix(
    "Use the scalar fields of a relation",
    rules: ["id-relation-field", "index-relation-field", "shard-key-relation-field"]
  ) { context in
    guard let model = context.model, let attribute = context.attribute else { return [] }
    let elements = attribute.arguments.compactMap(\.value).flatMap(\.elements)
    let changes = elements.compactMap { element -> (range: TextRange, text: String)? in
      guard element.kind == .constant, let field = model.field(Name(element.text)),
        field.isRelation, let scalars = field.relation?.fields?.fields, !scalars.isEmpty
      else { return nil }
      return (element.range, model.fieldNames(scalars).joined(separator: ", "))
    }
    guard let first = changes.first else { return [] }
    return [
      context.fix("Use `\(first.text)`", isPreferred: changes.count == 1) { edit in
        for change in changes {
          context.editor.replace(change.range, with: change.text, in: &edit)
        }
      }
    ]
  }
}
