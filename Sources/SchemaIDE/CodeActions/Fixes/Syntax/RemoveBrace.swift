import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes a brace that closes nothing.
  static let removeBrace = QuickFix(
    "Remove a brace that closes nothing", rules: ["syntax-invalid-toplevel-line"]
  ) { context in
    guard context.text.filter({ !$0.isWhitespace }) == "}" else { return [] }
    return [
      context.fix("Remove `}`") { edit in
        context.editor.removeLine(of: context.range, in: &edit)
      }
    ]
  }
}
