import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a long text in a key or index a length.
  static let addIndexLength = QuickFix(
    "Give a field in a key or index a length",
    rules: [
      "id-native-type-length-needed", "index-native-type-length-needed",
      "unique-native-type-length-needed",
    ]
  ) { context in
    context.indexEntries("length: 100") { field in
      ["Text", "TinyText", "MediumText", "LongText", "Blob", "TinyBlob", "MediumBlob", "LongBlob"]
        .contains(field.nativeType?.name)
    }
  }
}

extension QuickFixContext {
  /// The action that gives the entries of a key or index an argument, of which the fields are `wanted`.
  func indexEntries(
    _ argument: String, where wanted: @Sendable @escaping (Field) -> Bool
  ) -> [CodeAction] {
    guard let model else { return [] }
    let title = "Add `\(argument)`"
    guard
      let attribute = attribute(named: nil) ?? attribute(named: "id") ?? attribute(named: "unique")
    else { return [] }
    if attribute.syntax.kind == .attribute {
      return [
        fix(title, isPreferred: true) { edit in
          editor.addArgument(argument, to: attribute, in: &edit)
        }
      ]
    }
    let elements = attribute.arguments.compactMap(\.value).flatMap(\.elements).filter { element in
      model.field(Name(element.functionName ?? element.text)).map(wanted) ?? false
    }
    guard !elements.isEmpty else { return [] }
    return [
      fix(title, isPreferred: true) { edit in
        for element in elements {
          if element.kind == .constant {
            editor.insert("(\(argument))", at: element.range.end, in: &edit)
          } else if let last = element.arguments.last {
            editor.insert(", \(argument)", at: last.range.end, in: &edit)
          }
        }
      }
    ]
  }
}
