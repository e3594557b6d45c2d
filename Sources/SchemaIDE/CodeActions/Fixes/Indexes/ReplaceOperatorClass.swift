import SchemaModel
import SchemaParser

extension QuickFix {
  /// Replaces an operator class by one that goes with the field.
  static let replaceOperatorClass = QuickFix(
    "Replace an operator class",
    rules: [
      "index-ops-array-expected", "index-ops-native-type-needed", "index-ops-wrong-index-type",
      "index-ops-wrong-native-type", "index-ops-wrong-scalar",
    ]
  ) { context in
    let method =
      context.valueOfArgument("type").flatMap { Index.Method(rawValue: $0.text) } ?? .bTree
    guard let model = context.model else { return [] }
    let entries = (context.attribute?.arguments ?? []).compactMap(\.value).flatMap(\.elements)
    for entry in entries {
      let operators = entry.arguments.first { $0.name?.text == "ops" }?.value
      guard let operators, let field = model.field(Name(entry.functionName ?? "")),
        let name = OperatorClasses.classes(for: field, method: method).first,
        name != operators.text
      else { continue }
      return [
        context.fix("Replace by `\(name)`", isPreferred: true) { edit in
          context.editor.replace(operators.range, with: name, in: &edit)
        }
      ]
    }
    return []
  }
}
