import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes the key of a field beside that of its block.
  static let removeFieldKey = QuickFix(
    "Remove the key of a field beside that of the block",
    rules: ["id-field-and-block", "shard-key-field-and-block"]
  ) { context in
    let key = context.diagnostic.id == "id-field-and-block" ? "id" : "shardKey"
    guard let declaration = context.editor.declaration else { return [] }
    let onFields = declaration.children.compactMap { FieldSyntax($0) }.flatMap(\.attributes)
      .filter { $0.path?.text == key }
    let onBlock = declaration.children.filter { $0.kind == .blockAttribute }
      .compactMap { AttributeSyntax($0) }.first { $0.path?.text == key }
    guard !onFields.isEmpty, let onBlock else { return [] }
    return [
      context.fix("Remove `@\(key)`") { edit in
        for attribute in onFields { context.editor.remove(attribute, in: &edit) }
      },
      context.fix("Remove `@@\(key)`") { edit in context.editor.remove(onBlock, in: &edit) },
    ]
  }
}
