import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes a type as it is written today.
  static let modernizeType = QuickFix(
    "Write a type as it is written today",
    rules: [
      "legacy-field-colon", "legacy-list-type", "legacy-required-type", "optional-list-type",
    ],
    // As long as its type can't be read, a field has no relation that could be judged.
    leavesOpen: ["relation-missing-opposite-field", "field-list-unsupported"]
  ) { context in
    guard let field = context.fieldSyntax else { return [] }
    if context.diagnostic.id == "legacy-field-colon" {
      guard let colon = field.syntax.first(.legacyColon) else { return [] }
      return [
        context.fix("Remove `:`", isPreferred: true) { edit in
          let isJoined = field.type.map { $0.range.start == colon.range.end } ?? false
          context.editor.replace(colon.range, with: isJoined ? " " : "", in: &edit)
        }
      ]
    }
    guard let type = field.type, let name = type.name ?? type.unsupported else { return [] }
    let marks =
      ["legacy-list-type", "optional-list-type"].contains(context.diagnostic.id) ? "[]" : ""
    let text = name.text + marks
    return [
      context.fix("Write `\(text)`", isPreferred: true) { edit in
        context.editor.replace(type.range, with: text, in: &edit)
      }
    ]
  }
}
