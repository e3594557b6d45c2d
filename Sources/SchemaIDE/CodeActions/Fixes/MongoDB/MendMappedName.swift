import SchemaModel
import SchemaParser

extension QuickFix {
  /// Takes out of a field's name in MongoDB what can't be in it.
  static let mendMappedName = QuickFix(
    "Correct a field's name in MongoDB", rules: ["mongo-field-name-dollar", "mongo-field-name-dot"]
  ) { context in
    guard let value = context.attribute(named: "map")?.arguments.first?.value,
      let name = value.stringValue
    else { return [] }
    let plain = String(name.drop { $0 == "$" }).replacing(".", with: "_")
    guard !plain.isEmpty, plain != name else { return [] }
    return [
      context.fix("Map to `\(plain)`", isPreferred: true) { edit in
        context.editor.replace(value.range, with: StringLiteral.quoted(plain), in: &edit)
      }
    ]
  }
}
