import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes a field optional or a list, so that composite types do not contain each other without end.
  static let breakTypeCycle = QuickFix(
    "Break a circle of composite types",
    rules: ["composite-type-cycle", "composite-type-self-cycle"]
  ) { context in
    guard let field = context.fieldSyntax, let type = field.type, let name = field.name?.text else {
      return []
    }
    return [
      context.fix("Make `\(name)` optional", isPreferred: true) { edit in
        context.editor.insert("?", at: type.range.end, in: &edit)
      },
      context.fix("Make `\(name)` a list") { edit in
        context.editor.insert("[]", at: type.range.end, in: &edit)
      },
    ]
  }
}
