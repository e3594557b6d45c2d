import SchemaModel
import SchemaParser

/// Names for new enum values.
extension CompletionRequest {
  func enumValueNameItems() -> [CompletionItem] { [] }
}
