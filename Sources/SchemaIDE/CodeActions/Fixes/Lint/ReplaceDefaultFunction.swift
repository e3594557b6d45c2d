import SchemaModel
import SchemaParser

extension QuickFix {
  /// Replaces a function whose values do not fit the native type of the field.
  static let replaceDefaultFunction = QuickFix(
    "Replace a function by one that fits the native type",
    rules: ["lint-default-unfit-for-native-type"]
  ) { context in
    guard let value = context.field?.defaultValue?.value, let native = context.field?.nativeType
    else { return [] }
    let function: String
    switch native.name {
    case "Uuid", "UniqueIdentifier": function = "uuid()"
    case "ObjectId": function = "auto()"
    default: return []
    }
    guard value.text != function else { return [] }
    return [
      context.fix("Replace by `\(function)`", isPreferred: true) { edit in
        context.editor.replace(value.range, with: function, in: &edit)
      }
    ]
  }
}
