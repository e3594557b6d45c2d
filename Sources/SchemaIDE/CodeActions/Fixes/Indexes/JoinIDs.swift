import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes several fields with `@id` a compound id.
  static let joinIDs = QuickFix(
    "Make several ids a compound one", rules: ["id-multiple-fields", "shard-key-multiple-fields"]
  ) { context in
    let key = context.diagnostic.id == "id-multiple-fields" ? "id" : "shardKey"
    guard let model = context.model, let declaration = context.editor.declaration else { return [] }
    let fields = declaration.children.compactMap { FieldSyntax($0) }
      .filter { $0.attributes.contains { $0.path?.text == key } }
    let names = fields.compactMap { $0.name?.text }
    guard fields.count > 1, Set(names).count == names.count, context.connector.supportsCompoundIds,
      !declaration.children.contains(where: {
        AttributeSyntax($0).map { $0.path?.text == key && $0.syntax.kind == .blockAttribute }
          ?? false
      }),
      names.allSatisfy({ model.field(Name($0))?.isScalar == true })
    else { return [] }
    // A generated value is an id by itself, and arguments would be lost.
    let isObvious = fields.allSatisfy { field in
      let value = field.name.flatMap { model.field(Name($0.text)) }?.defaultValue
      return value?.function == nil
        && field.attributes.allSatisfy { $0.path?.text != key || $0.arguments.isEmpty }
    }
    let text = "@@\(key)([\(names.joined(separator: ", "))])"
    return [
      context.fix("Replace by `\(text)`", isPreferred: isObvious) { edit in
        for field in fields {
          for attribute in field.attributes where attribute.path?.text == key {
            context.editor.remove(attribute, in: &edit)
          }
        }
        context.editor.addBlockAttribute(text, in: &edit)
      }
    ]
  }
}
