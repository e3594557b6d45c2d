import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes a declaration that is there a second time.
  static let removeBlock = QuickFix(
    "Remove a block",
    rules: [
      "datasource-multiple", "duplicate-datasource-name", "duplicate-generator-name",
      "duplicate-type-name",
    ]
  ) { context in
    guard let declaration = context.editor.declaration, let name = declaration.first(.name)?.text,
      let keyword = context.block.text(declaration.range).split(whereSeparator: \.isWhitespace)
        .first
    else { return [] }
    return [
      context.fix("Remove \(keyword) `\(name)`") { edit in
        context.editor.removeLine(of: declaration.range, in: &edit)
      }
    ]
  }
}
