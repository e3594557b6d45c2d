import SchemaModel
import SchemaParser

/// What stands in the parentheses of attributes: arguments that are not there yet, and values that fit.
/// The values are in `Arguments/`, one kind a file.
extension CompletionRequest {
  func argumentItems(_ place: ArgumentPlace) -> [CompletionItem] {
    ArgumentCompletion(self, place).items()
  }
}
