import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes an index that covers one field only of each field of an index.
  static let splitIndex = QuickFix(
    "Make an index for each field", rules: ["index-spgist-multi-column"]
  ) { context in
    guard let attribute = context.attribute,
      let list = attribute.arguments.first(where: { $0.value?.kind == .array })?.value,
      list.elements.count > 1
    else { return [] }
    return [
      context.fix("Make an index for each field") { edit in
        let editor = context.editor
        let range = editor.textRange(of: attribute)
        let head = context.block.text(TextRange(range.start, list.range.start))
        // A name can be given to one index only.
        let rest = attribute.arguments.filter { argument in
          argument.value?.range != list.range && !["map", "name"].contains(argument.name?.text)
        }.map { ", " + context.block.text($0.range) }.joined()
        let indent = context.block.text(editor.lines.indent(of: range.start))
        let lines = list.elements.map { "\(head)[\($0.text)]\(rest))" }
        editor.replace(
          range, with: lines.joined(separator: editor.lines.lineEnd + indent), in: &edit)
      }
    ]
  }
}
