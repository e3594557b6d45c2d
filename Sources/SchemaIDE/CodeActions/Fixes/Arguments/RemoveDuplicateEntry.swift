import SchemaModel
import SchemaParser

extension QuickFix {
  /// Removes what a list of fields names a second time.
  static let removeDuplicateEntry = QuickFix(
    "Remove a repeated entry of a list",
    rules: [
      "datasource-schemas-duplicate", "id-duplicate-field", "index-duplicate-field",
      "shard-key-duplicate-field",
    ]
  ) { context in
    let expression =
      context.attribute?.arguments.lazy.compactMap(\.value).first { $0.kind == .array }
      ?? context.propertyNamed("schemas")?.value
    guard let expression, expression.kind == .array else { return [] }
    let elements = expression.elements
    var seen: Set<String> = []
    let repeated = elements.indices.filter { index in
      let element = elements[index]
      return !seen.insert(element.functionName ?? element.text).inserted
    }
    guard !repeated.isEmpty else { return [] }
    // What one of them says besides may be what is meant.
    let texts = Set(elements.map(\.text))
    let isSame = texts.count == elements.count - repeated.count
    let names = Set(repeated.map { elements[$0].functionName ?? elements[$0].text }).sorted()
    return [
      context.fix(
        "Remove the repeated \(names.map { "`\($0)`" }.joined(separator: " and "))",
        isPreferred: isSame
      ) { edit in
        for index in repeated where index > 0 {
          context.editor.replace(
            TextRange(elements[index - 1].range.end, elements[index].range.end), with: "",
            in: &edit)
        }
      }
    ]
  }
}
