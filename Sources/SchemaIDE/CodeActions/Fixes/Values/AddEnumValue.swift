import SchemaModel
import SchemaParser

extension QuickFix {
  /// Adds the value that a default names to its enum, which can be in another file.
  static let addEnumValue = QuickFix(
    "Add a value to an enum", rules: ["default-enum-unknown-value"]
  ) { context in
    guard let id = context.field?.type.declaration, let type = context.schema.enumeration(id),
      let value = context.problem?[0], let first = value.first,
      first.isLetter, value.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
    else { return [] }
    return [
      context.fix("Add `\(value)` to enum `\(type.name)`") { edit in
        guard let editor = context.analysis.editor(of: id) else { return }
        if let last = type.values.last {
          // Behind the other values, before what stands below them.
          editor.insert(
            editor.indent + value + editor.lines.lineEnd,
            at: editor.lines.next(of: last.identifier.range.start), in: &edit)
        } else {
          editor.addMember(value, in: &edit)
        }
      }
    ]
  }
}
