import SchemaModel
import SchemaParser

/// What a line of an enum begins with: values that defaults name and that are missing, and attributes.
extension CompletionRequest {
  func enumValueNameItems() -> [CompletionItem] {
    if hasRest { return [] }
    return missingValueItems() + blockAttributeItems()
  }

  private func missingValueItems() -> [CompletionItem] {
    guard let id = context.block?.declaration, let type = schema.enumeration(id) else { return [] }
    var found: [String] = []
    for user in schema.declarations(mentioning: type.identifier.name).prefix(100) {
      for field in schema.model(user)?.fields ?? [] where field.type == .enumeration(id) {
        for element in field.defaultValue?.value.elements ?? [] {
          guard let value = element.constantValue, !type.hasValue(Name(value)),
            !found.contains(value)
          else { continue }
          found.append(value)
        }
      }
    }
    return found.map { CompletionItem($0, .enumValue, detail: "used as default", rank: .first) }
  }
}
