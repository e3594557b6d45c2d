import SchemaModel
import SchemaParser

/// What begins a declaration.
extension CompletionRequest {
  func topLevelItems() -> [CompletionItem] { [] }
}
