import SchemaModel
import SchemaParser

/// Values of properties.
extension CompletionRequest {
  func propertyValueItems(_ place: PropertyPlace) -> [CompletionItem] { [] }
}
