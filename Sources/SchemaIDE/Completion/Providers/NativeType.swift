import SchemaModel
import SchemaParser

/// Types of the database.
extension CompletionRequest {
  func nativeTypeItems(_ field: FieldLine, prefix: String) -> [CompletionItem] { [] }
}
