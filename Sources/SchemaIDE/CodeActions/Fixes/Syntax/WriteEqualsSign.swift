import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes `key = value` where a colon stands in a datasource or generator.
  static let writeEqualsSign = QuickFix(
    "Write `=` in a datasource or generator", rules: ["syntax-invalid-config-line"]
  ) { context in
    let text = context.text
    guard let colon = text.firstIndex(of: ":") else { return [] }
    let key = text[..<colon].filter { !$0.isWhitespace }
    let value = text[colon...].dropFirst().drop { $0 == " " || $0 == "\t" }
    guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber }), let first = value.first,
      first == "\"" || first == "[" || first.isLetter
    else { return [] }
    return [
      context.fix("Write `\(key) = …`", isPreferred: true) { edit in
        let rest = text[colon...].dropFirst().prefix { $0 == " " || $0 == "\t" }
        let at = context.range.start + text[..<colon].utf8.count
        context.editor.replace(
          TextRange(at, at + 1 + rest.utf8.count), with: " = ", in: &edit)
      }
    ]
  }
}
