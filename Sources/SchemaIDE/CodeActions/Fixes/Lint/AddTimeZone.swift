import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Keeps a point in time with its zone.
  static let addTimeZone = QuickFix(
    "Keep a time with its zone", rules: ["lint-datetime-without-time-zone"]
  ) { context in
    guard let field = context.field, let syntax = context.fieldSyntax else { return [] }
    let precision = field.nativeType?.arguments.first?.text ?? "3"
    let native = "@\(context.analysis.nativePrefix).Timestamptz(\(precision))"
    return [
      context.fix("Make `\(field.name)` a `\(native)`") { edit in
        let editor = context.editor
        let old = syntax.attributes.first { $0.range.start == field.nativeType?.range.start }
        if let old {
          editor.replace(editor.textRange(of: old), with: native, in: &edit)
        } else {
          editor.addAttribute(native, to: syntax.syntax, in: &edit)
        }
      }
    ]
  }
}
