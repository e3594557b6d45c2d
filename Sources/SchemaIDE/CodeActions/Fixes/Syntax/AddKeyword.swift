import SchemaModel
import SchemaParser

extension QuickFix {
  /// Writes `model` before the name of a block that has no keyword.
  static let addKeyword = QuickFix(
    "Add the keyword of a block", rules: ["syntax-unknown-block"],
    // What stands in the block is read only then.
    leavesOpen: [
      "field-missing-type", "model-no-unique-criterion", "mongo-id-missing",
      "relation-missing-opposite-field", "schema-missing", "syntax-invalid-member-line",
      "type-not-found",
    ]
  ) { context in
    let name = context.text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard let first = name.first, first.isUppercase, !BlockKeywords.all.contains(String(name)),
      context.schema.dataType(named: Name(String(name))) == nil
    else { return [] }
    return [
      context.fix("Write `model \(name)`") { edit in
        context.editor.insert("model ", at: context.range.start, in: &edit)
      }
    ]
  }
}
