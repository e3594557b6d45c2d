/// Finds fields by name: by a scan in small declarations, by a table in large ones.
struct FieldLookup: Sendable {
  private let names: [Name]
  private let table: [Name: Int]?

  init(_ names: [Name]) {
    self.names = names
    if names.count > 24 {
      var table: [Name: Int] = [:]
      table.reserveCapacity(names.count)
      for (index, name) in names.enumerated() { table[name] = index }
      self.table = table
    } else {
      table = nil
    }
  }

  /// The index of the last field with this name.
  subscript(name: Name) -> Int? {
    if let table { return table[name] }
    return names.lastIndex(of: name)
  }
}
