import SchemaModel
import SchemaParser

/// Names of the datasource's schemas, for `@@schema`.
extension ArgumentCompletion {
  func schemaNameItems() -> [CompletionItem] {
    (configuration.datasource?.schemas ?? []).map { stringItem($0.value, .value) }
  }
}
