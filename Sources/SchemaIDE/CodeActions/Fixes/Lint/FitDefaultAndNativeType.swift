import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes a generated default and the native type go together.
  static let fitDefaultAndNativeType = QuickFix(
    "Fit the default and the native type", rules: ["lint-default-unfit-for-native-type"]
  ) { context in
    guard let field = context.field, let syntax = context.fieldSyntax,
      let native = field.nativeType, let value = field.defaultValue, let id = field.generatedID
    else { return [] }
    switch native.name {
    case "Uuid", "UniqueIdentifier":
      return [
        context.fix("Use `uuid()`") {
          context.editor.replace(value.value.range, with: "uuid()", in: &$0)
        }
      ]
    case "ObjectId":
      if context.model?.primaryKey?.fields.map(\.field) == [field.index] {
        return [
          context.fix("Use `auto()`") {
            context.editor.replace(value.value.range, with: "auto()", in: &$0)
          }
        ]
      }
      let attribute = syntax.attributes.first { $0.range.start == native.range.start }
      return [
        context.fix("Remove the native type") { edit in
          if let attribute { context.editor.remove(attribute, in: &edit) }
        }
      ]
    default:
      guard let model = context.model,
        let fields = KeyFields(around: field, of: model, in: context.schema)
      else { return [] }
      let type = "@\(native.prefix).\(native.name)(\(id.length))"
      return [
        context.fix("Make room for \(id.length) characters: `\(type)`", isPreferred: true) {
          context.analysis.setNativeType(type, of: fields, in: &$0)
        }
      ]
    }
  }
}
