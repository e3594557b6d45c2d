import SchemaModel
import SchemaParser

/// Attributes of fields, enum values and blocks that fit and are not there yet.
extension CompletionRequest {
  func fieldAttributeItems(_ field: FieldLine) -> [CompletionItem] { [] }

  func enumValueAttributeItems() -> [CompletionItem] { [] }

  func blockAttributeItems() -> [CompletionItem] { [] }
}
