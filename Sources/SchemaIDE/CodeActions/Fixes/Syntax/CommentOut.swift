import SchemaModel
import SchemaParser

extension QuickFix {
  /// Turns a line that can't be read into a comment.
  static let commentOut = QuickFix(
    "Turn a line into a comment",
    rules: [
      "syntax-invalid-toplevel-line", "syntax-invalid-member-line", "syntax-invalid-enum-line",
      "syntax-invalid-config-line", "syntax-type-alias",
    ]
  ) { context in
    // A brace that opens or closes something is no line of its own; one in a string does neither.
    let text = context.text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
    guard !text.contains("{"), !text.contains("}"), !text.allSatisfy(\.isWhitespace),
      context.joinedList == nil
    else { return [] }
    return [
      context.fix("Turn this line into a comment") { edit in
        context.editor.insert("// ", at: context.range.start, in: &edit)
      }
    ]
  }
}
