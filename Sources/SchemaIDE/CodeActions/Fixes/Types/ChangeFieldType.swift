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
      "one-to-one-back-required", "relation-required-with-optional-field",
      "relation-set-null-required", "relation-set-null-required-warning",
      "field-type-json-list-unsupported", "lint-required-cascade-cycle",
    ]
  ) { context in
    guard let model = context.model ?? context.relationField?.model else { return [] }
    switch context.diagnostic.id {
    case "id-optional-field", "shard-key-optional-fields":
      let fields = (context.attribute?.arguments ?? []).compactMap(\.value).flatMap(\.elements)
        .compactMap { model.field(Name($0.functionName ?? $0.text)) }
        .filter { $0.arity != .required }
      return change(fields, of: model, to: "", isPreferred: true, context)
    case "one-to-one-back-required":
      return change(
        context.relationField.map { [$0.field] } ?? [], of: model, to: "?", isPreferred: true,
        context)
    case "relation-required-with-optional-field":
      guard let side = context.relationField else { return [] }
      return change([side.field], of: model, to: "?", isPreferred: true, context)
        + change(
          side.scalarFields.filter { $0.arity == .optional }, of: model, to: "",
          isPreferred: false, context)
    case "lint-required-cascade-cycle":
      guard let side = context.relationField else { return [] }
      return change(
        ([side.field] + side.scalarFields).filter { $0.arity == .required }, of: model, to: "?",
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

  /// Gives a field the type that its attribute or database needs.
  static let changeFieldType = QuickFix(
    "Change the type of a field", rules: typesOfRule.keys.sorted()
  ) { context in
    guard let type = typesOfRule[context.diagnostic.id], let field = context.field,
      let name = context.fieldSyntax?.type?.name, name.text != type
    else { return [] }
    return [
      context.fix("Change the type to `\(type)`", isPreferred: field.defaultValue == nil) { edit in
        context.editor.replace(name.range, with: type, in: &edit)
        // A native type goes with the old type.
        if let native = field.nativeType,
          let attribute = context.fieldSyntax?.attributes.first(where: {
            $0.range.start == native.range.start
          }), context.diagnostic.id != "native-type-incompatible-scalar"
        {
          context.editor.remove(attribute, in: &edit)
        }
      }
    ]
  }

  private static let typesOfRule = [
    "updated-at-not-datetime": "DateTime", "autoincrement-int": "BigInt",
    "field-type-json-unsupported": "String", "field-type-decimal-unsupported": "Float",
  ]

  /// Gives a field with a native type the type that goes with it.
  static let adoptNativeType = QuickFix(
    "Change a type to that of its native type", rules: ["native-type-incompatible-scalar"]
  ) { context in
    guard let field = context.field, let use = field.nativeType,
      let type = context.connector.nativeType(named: use.name)?.scalars.first,
      let name = context.fieldSyntax?.type?.name, field.defaultValue == nil
    else { return [] }
    return [
      context.fix("Change the type to `\(type.name)`") { edit in
        context.editor.replace(name.range, with: type.name, in: &edit)
      }
    ]
  }

  /// Writes the type that Prisma has for an unsupported one.
  static let useSupportedType = QuickFix(
    "Use the type that Prisma has", rules: ["unsupported-type-is-supported"]
  ) { context in
    guard let field = context.field, let type = context.fieldSyntax?.type?.unsupported,
      let native = context.connector.nativeType(written: field.typeName),
      let scalar = native.scalars.first,
      let prefix = context.schema.configuration.datasource?.identifier.text
    else { return [] }
    let arguments =
      field.typeName.firstIndex(of: "(").map { String(field.typeName[$0...]) } ?? ""
    let attribute = "@\(prefix).\(native.name)\(arguments)"
    return [
      context.fix("Use `\(scalar.name) \(attribute)`", isPreferred: true) { edit in
        context.editor.replace(type.range, with: scalar.name, in: &edit)
        if let syntax = context.fieldSyntax {
          context.editor.addAttribute(attribute, to: syntax.syntax, in: &edit)
        }
      }
    ]
  }

  /// Adds a type to a field that has none.
  static let addType = QuickFix("Add a type", rules: ["field-missing-type"]) { context in
    guard let field = context.fieldSyntax, let name = field.name else { return [] }
    let text = name.text.lowercased()
    let type =
      text.hasSuffix("at") || text.hasSuffix("date")
      ? "DateTime"
      : text == "id" || text.hasSuffix("count") || text.hasSuffix("_id")
        ? "Int" : text.hasPrefix("is") || text.hasPrefix("has") ? "Boolean" : "String"
    return [
      context.fix("Add type `\(type)`") { edit in
        context.editor.insert(" \(type)", at: name.range.end, in: &edit)
      }
    ]
  }
}
