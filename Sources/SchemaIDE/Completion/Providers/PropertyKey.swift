import SchemaModel
import SchemaParser

/// Properties of datasources and generators.
extension CompletionRequest {
  func propertyKeyItems() -> [CompletionItem] { [] }
}
