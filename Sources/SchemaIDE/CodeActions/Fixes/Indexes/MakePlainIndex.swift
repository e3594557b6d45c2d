import SchemaModel
import SchemaParser

extension QuickFix {
  /// Makes an index whose type or operator classes don't go with its fields one of the usual type.
  static let makePlainIndex = QuickFix(
    "Make an index one of the usual type",
    rules: [
      "index-ops-array-expected", "index-ops-native-type-needed", "index-ops-wrong-index-type",
      "index-ops-wrong-native-type", "index-ops-wrong-scalar", "index-type-unsupported-field",
      "index-native-type-no-default-ops",
    ]
  ) { context in
    guard let attribute = context.attribute, let list = attribute.argumentList,
      let type = attribute.arguments.first(where: { $0.name?.text == "type" })
    else { return [] }
    return [
      context.fix("Make it an index of the usual type") { edit in
        context.editor.remove([type], of: list, in: &edit)
        for element in attribute.arguments.compactMap(\.value).flatMap(\.elements) {
          let operators = element.arguments.filter { $0.name?.text == "ops" }
          guard !operators.isEmpty, let inner = element.syntax.first(.argumentList) else {
            continue
          }
          context.editor.remove(operators, of: inner, in: &edit)
        }
      }
    ]
  }
}
