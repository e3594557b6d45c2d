import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Changes how often a field's value occurs to what a key, relation or attribute needs.
  static let changeArity = QuickFix(
    "Make a field required, optional or single",
    rules: [
      "id-field-not-required", "id-optional-field", "shard-key-field-not-required",
      "shard-key-optional-fields", "updated-at-list", "field-list-unsupported",
      "relation-required-with-optional-field",
      "relation-set-null-required", "relation-set-null-required-warning",
      "field-type-json-list-unsupported",
    ]
  ) { context in
    guard let model = context.model ?? context.relationField?.model else { return [] }
    switch context.diagnostic.id {
    case "id-optional-field", "shard-key-optional-fields":
      let fields = (context.attribute?.arguments ?? []).compactMap(\.value).flatMap(\.elements)
        .compactMap { model.field(Name($0.functionName ?? $0.text)) }
        .filter { $0.arity != .required }
      return change(fields, of: model, to: "", isPreferred: true, context)
    case "relation-required-with-optional-field":
      guard let side = context.relationField else { return [] }
      return change([side.field], of: model, to: "?", isPreferred: true, context)
        + change(
          side.scalarFields.filter { $0.arity == .optional }, of: model, to: "",
          isPreferred: false, context)
    case "relation-set-null-required", "relation-set-null-required-warning":
      guard let side = context.relationField else { return [] }
      let fields = ([side.field] + side.scalarFields).filter { $0.arity == .required }
      let keys = model.primaryKey?.fields.map(\.field) ?? []
      if fields.contains(where: { keys.contains($0.index) }) { return [] }
      return change(fields, of: model, to: "?", isPreferred: false, context)
    default:
      return change(
        context.field.map { [$0] } ?? [], of: model, to: "",
        isPreferred: context.field?.arity == .optional
          || context.diagnostic.id == "updated-at-list",
        context)
    }
  }

  /// The action that writes `mark` behind the types of some fields.
  private static func change(
    _ fields: [Field], of model: Model, to mark: String, isPreferred: Bool,
    _ context: QuickFixContext
  ) -> [CodeAction] {
    guard !fields.isEmpty else { return [] }
    let names = fields.map { "`\($0.name)`" }.joined(separator: " and ")
    let how = mark == "?" ? "optional" : fields[0].arity == .list ? "a single value" : "required"
    return [
      context.fix("Make \(names) \(how)", isPreferred: isPreferred) { edit in
        guard let editor = context.analysis.editor(of: model.id) else { return }
        for field in fields {
          guard let type = context.analysis.fieldSyntax(field, in: model.block)?.type,
            let name = type.name ?? type.unsupported
          else { continue }
          editor.replace(TextRange(name.range.end, type.range.end), with: mark, in: &edit)
        }
      }
    ]
  }
}
