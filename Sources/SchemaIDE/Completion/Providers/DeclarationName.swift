import SchemaModel
import SchemaParser

/// Names of new declarations: those that fields have as their types, and that nothing declares yet.
extension CompletionRequest {
  func declarationNameItems(_ keyword: String) -> [CompletionItem] {
    guard ["model", "enum", "type", "view"].contains(keyword) else { return [] }
    let kind: CompletionItem.Kind =
      switch keyword {
      case "enum": .enumeration
      case "type": .compositeType
      case "view": .view
      default: .model
      }
    return schema.undeclaredTypeNames.map { name in
      var item = CompletionItem(
        name, kind, text: hasRest ? nil : body(keyword, name), detail: "used as a type")
      // A relation needs a field on this side too.
      item.needsMore = true
      return item
    }
  }

  /// The name with the braces behind it.
  private func body(_ keyword: String, _ name: String) -> CompletionText {
    switch keyword {
    case "enum": "\(name) {\n  \(stop: "VALUE")\(end: ())\n}"
    case "type": "\(name) {\n  \(stop: "name") \(stop: "String")\(end: ())\n}"
    case "view": "\(name) {\n  id \(stop: "Int") @unique\(end: ())\n}"
    default: "\(name) {\n  \(identifierField)\(end: ())\n}"
    }
  }
}
