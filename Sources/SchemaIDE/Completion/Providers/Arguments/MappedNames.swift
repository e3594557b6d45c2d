import SchemaModel
import SchemaParser

/// Names of tables, columns and enum values in the database, in the style of those that the schema
/// gives already.
extension ArgumentCompletion {
  func mappedNameItems() -> [CompletionItem] {
    let proposals: [String]
    switch (attribute, request.context.block?.kind) {
    case ("@map", .enumeration):
      let name = scan.head.first.map { scan.text($0) } ?? ""
      proposals = DatabaseNaming.values.names(for: name)
    case ("@map", _):
      guard let field else { return [] }
      if connector == .mongodb, field.line.has("id") {
        return [stringItem("_id", rank: .first)]
      }
      let taken = Set(
        (model?.fields ?? []).filter { $0.name != field.name }.map(\.databaseName))
      proposals = DatabaseNaming(columnsOf: model, in: schema).names(for: field.name)
        .filter { !taken.contains($0) }
    case ("@@map", _):
      guard let block = request.context.block else { return [] }
      proposals = DatabaseNaming(tablesOf: schema, besides: block.declaration)
        .names(for: block.name)
    default: return []
    }
    return proposals.enumerated().map { stringItem($1, rank: $0 == 0 ? .first : .likely) }
  }
}
