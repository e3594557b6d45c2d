import SchemaModel
import SchemaParser

/// Types of fields.
extension CompletionRequest {
  func fieldTypeItems(_ field: FieldLine) -> [CompletionItem] { [] }
}
