import Diagnostics
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
