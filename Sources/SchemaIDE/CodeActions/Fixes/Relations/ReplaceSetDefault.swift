import SchemaModel
import SchemaParser

extension QuickFix {
  /// Asks MySQL for what it does instead of `SetDefault`.
  static let replaceSetDefault = QuickFix(
    "Replace `SetDefault` on MySQL", rules: ["relation-set-default-mysql"]
  ) { context in
    guard let value = context.cursor.innermost(.argument).flatMap({ ArgumentSyntax($0)?.value })
    else { return [] }
    return [
      context.fix("Replace SetDefault with NoAction", isPreferred: true) { edit in
        context.editor.replace(value.range, with: "NoAction", in: &edit)
      }
    ]
  }
}
