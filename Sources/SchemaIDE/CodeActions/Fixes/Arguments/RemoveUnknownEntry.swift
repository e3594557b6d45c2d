import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes a field that does not exist from a key or index.
  static let removeUnknownEntry = QuickFix(
    "Remove an unknown field from a key or index",
    rules: ["id-unknown-field", "index-unknown-field", "shard-key-unknown-field"]
  ) { context in
    guard let model = context.model,
      let list = context.attribute?.arguments.lazy.compactMap(\.value).first(where: {
        $0.kind == .array
      })
    else { return [] }
    let known = list.elements.filter { element in
      let name = (element.functionName ?? element.text).prefix { $0 != "." }
      return model.field(Name(String(name))) != nil
    }
    guard !known.isEmpty, known.count < list.elements.count else { return [] }
    let text = "[\(known.map(\.text).joined(separator: ", "))]"
    return [
      context.fix("Write `\(text)`") { edit in
        context.editor.replace(list.range, with: text, in: &edit)
      }
    ]
  }
}
