import SchemaModel
import SchemaParser

/// Names for new fields.
extension CompletionRequest {
  func fieldNameItems() -> [CompletionItem] { [] }
}
