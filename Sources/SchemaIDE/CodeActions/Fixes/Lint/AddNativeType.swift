import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a field the native type that its values need.
  static let addNativeType = QuickFix(
    "Give a field the native type that its values need",
    rules: [
      "lint-datetime-without-time-zone", "lint-default-unfit-for-native-type",
      "lint-string-id-without-length",
    ]
  ) { context in
    guard let field = context.field, let syntax = context.fieldSyntax,
      let prefix = context.schema.configuration.datasource?.identifier.text
    else { return [] }
    let native: String
    switch context.diagnostic.id {
    case "lint-datetime-without-time-zone": native = "@\(prefix).Timestamptz(3)"
    case "lint-string-id-without-length":
      guard let id = field.generatedID else { return [] }
      native = "@\(prefix).\(id.isFixed ? "Char" : "VarChar")(\(id.length))"
    default:
      guard let id = field.generatedID, let use = field.nativeType, !use.arguments.isEmpty else {
        return []
      }
      native = "@\(prefix).\(use.name)(\(id.length))"
    }
    return [
      context.fix("Write `\(native)`") { edit in
        let old = syntax.attributes.first { $0.path?.text.contains(".") ?? false }
        if let old {
          context.editor.replace(context.editor.textRange(of: old), with: native, in: &edit)
        } else {
          context.editor.addAttribute(native, to: syntax.syntax, in: &edit)
        }
      }
    ]
  }
}
