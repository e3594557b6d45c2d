import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes the comma behind an enum value or the last argument.
  static let removeComma = QuickFix(
    "Remove a comma", rules: ["argument-trailing-comma", "syntax-invalid-enum-line"]
  ) { context in
    guard let comma = context.text.utf8.lastIndex(of: UInt8(ascii: ",")) else { return [] }
    let text = context.text
    // Nothing but one name may stand before it.
    guard
      text[..<comma].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      text[comma...].dropFirst().allSatisfy(\.isWhitespace)
    else { return [] }
    return [
      context.fix("Remove `,`", isPreferred: true) { edit in
        let at = context.range.start + text[..<comma].utf8.count
        context.editor.replace(TextRange(at, at + 1), with: "", in: &edit)
      }
    ]
  }
}
