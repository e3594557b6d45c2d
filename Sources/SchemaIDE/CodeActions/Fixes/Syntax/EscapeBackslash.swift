import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Escapes a backslash that begins no escape sequence.
  static let escapeBackslash = QuickFix(
    "Escape a backslash", rules: ["string-unknown-escape", "string-invalid-unicode-escape"]
  ) { context in
    guard context.text.hasPrefix("\\") else { return [] }
    return [
      context.fix("Write `\\\\`", isPreferred: context.diagnostic.id == "string-unknown-escape") {
        edit in
        context.editor.insert("\\", at: context.range.start, in: &edit)
      }
    ]
  }
}
