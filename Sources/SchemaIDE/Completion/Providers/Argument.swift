/// What stands in the parentheses of attributes.
extension CompletionRequest {
  func argumentItems(_ place: ArgumentPlace) -> [CompletionItem] {
    []
  }
}
