import Migration
import SchemaModel

/// Giving everything its name.
extension Pull {
  mutating func nameEverything() {
    let shared = sharedNames()
    var used = UsedNames(
      Set(tables.compactMap(\.existing?.name)).union(enums.compactMap(\.existing?.name)))
    for index in tables.indices {
      (tables[index].modelName, tables[index].renaming) = typeName(
        tables[index].name, existing: tables[index].existing?.name, shared, &used)
      nameFields(of: index)
    }
    for index in enums.indices {
      (enums[index].name, enums[index].renaming) = typeName(
        enums[index].type.name, existing: enums[index].existing?.name, shared, &used)
    }
  }

  /// The names that several tables, views or enums have or would get.
  private func sharedNames() -> Set<String> {
    var seen: Set<String> = []
    var shared: Set<String> = []
    func take(_ existing: String?, _ name: QualifiedName) {
      guard let name = existing ?? IdentifierName.sanitized(name.name) else { return }
      if !seen.insert(name).inserted { shared.insert(name) }
    }
    for table in tables { take(table.existing?.name, table.name) }
    for type in enums { take(type.existing?.name, type.type.name) }
    return shared
  }

  /// The name of a model, view or enum; nil when none can be made.
  private func typeName(
    _ name: QualifiedName, existing: String?, _ shared: Set<String>, _ used: inout UsedNames
  ) -> (String?, PulledTable.Renaming?) {
    if let existing { return (existing, nil) }
    guard let own = IdentifierName.sanitized(name.name) else { return (nil, nil) }
    if shared.contains(own) {
      let long = IdentifierName.sanitized("\(name.namespace)_\(name.name)") ?? own
      return (used.take(long), .duplicate)
    }
    if ReservedNames.contains(own) { return (used.take("Renamed\(own)"), .reserved) }
    return (used.take(own), nil)
  }

  private mutating func nameFields(of index: Int) {
    // A new column must not take the name of a relation field that is there already.
    let relations = (tables[index].existing?.fields ?? []).filter(\.isRelation).map(\.name)
    var used = UsedNames(Set(tables[index].columns.compactMap(\.existing?.name) + relations))
    for column in tables[index].columns.indices {
      let pulled = tables[index].columns[column]
      tables[index].columns[column].name =
        pulled.existing?.name
        ?? IdentifierName.sanitized(pulled.column.name).map { used.take($0) }
    }
  }
}
