import SchemaModel
import SchemaParser

extension QuickFix {
  /// Puts the fields of a key or index into a list.
  static let writeList = QuickFix(
    "Put fields into a list", rules: ["arguments-multiple-unnamed"]
  ) { context in
    guard let attribute = context.attribute, let list = attribute.argumentList else { return [] }
    let unnamed = attribute.arguments.filter { $0.name == nil }
    guard let first = unnamed.first, let last = unnamed.last,
      unnamed.allSatisfy({ $0.value?.kind == .constant || $0.value?.kind == .functionCall }),
      attribute.arguments.prefix(unnamed.count).allSatisfy({ $0.name == nil })
    else { return [] }
    let text = context.block.text(TextRange(first.range.start, last.range.end))
    guard list.range.contains(last.range) else { return [] }
    return [
      context.fix("Write `[\(text)]`", isPreferred: true) { edit in
        context.editor.replace(
          TextRange(first.range.start, last.range.end), with: "[\(text)]", in: &edit)
      }
    ]
  }
}
