import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes a field with `auto()` an `ObjectId`.
  static let addObjectID = QuickFix(
    "Make a field an `ObjectId`", rules: ["mongo-auto-needs-objectid"]
  ) { context in
    guard let field = context.fieldSyntax,
      let prefix = context.schema.configuration.datasource?.identifier.text
    else { return [] }
    let native = "@\(prefix).ObjectId"
    let old = field.attributes.first { $0.path?.text.hasPrefix(prefix + ".") ?? false }
    return [
      context.fix("Add \(native)", isPreferred: old == nil) { edit in
        let editor = context.editor
        if let old {
          editor.replace(editor.textRange(of: old), with: native, in: &edit)
        } else {
          editor.addAttribute(native, to: field.syntax, in: &edit)
        }
        // An `ObjectId` is a string or bytes.
        if let type = field.type?.name, context.field?.type.scalar != .string,
          context.field?.type.scalar != .bytes
        {
          editor.replace(type.range, with: "String", in: &edit)
        }
      }
    ]
  }
}
