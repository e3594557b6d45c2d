import SchemaModel
import SchemaParser

extension QuickFix {
  /// Gives a field in an index an operator class, where its type has none of its own.
  static let addOperatorClass = QuickFix(
    "Give a field in an index an operator class", rules: ["index-native-type-no-default-ops"]
  ) { context in
    guard let method = context.valueOfArgument("type").flatMap({ Index.Method(rawValue: $0.text) })
    else { return [] }
    let model = context.model
    let classes = (context.attribute?.arguments ?? []).compactMap(\.value).flatMap(\.elements)
      .compactMap { model?.field(Name($0.text)) }
      .flatMap { OperatorClasses.classes(for: $0, method: method) }
    guard let name = classes.first else { return [] }
    return context.indexEntries("ops: \(name)") { field in
      OperatorClasses.classes(for: field, method: method).contains(name)
    }
  }
}
