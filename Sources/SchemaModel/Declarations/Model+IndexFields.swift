import SchemaParser

extension Model {
  /// The field that an entry of an index or id stands for: of a path its last part. Nil when a part
  /// does not exist.
  public func field(of entry: IndexField, in schema: Schema) -> Field? {
    guard let last = entry.compositePath.last else {
      return fields.indices.contains(entry.field) ? fields[entry.field] : nil
    }
    guard let type = schema.compositeType(last.type), type.fields.indices.contains(last.field)
    else { return nil }
    return type.fields[last.field]
  }

  /// The path of an entry as it is written, its parts joined by `separator`.
  public func path(of entry: IndexField, in schema: Schema, separator: String = ".") -> String {
    var parts = fields.indices.contains(entry.field) ? [fields[entry.field].name] : []
    for part in entry.compositePath {
      guard let type = schema.compositeType(part.type), type.fields.indices.contains(part.field)
      else { continue }
      parts.append(type.fields[part.field].name)
    }
    return parts.joined(separator: separator)
  }

  /// The name by which the client calls several fields together: theirs joined by `_`.
  public func clientName(of entries: [IndexField], in schema: Schema) -> String {
    entries.map { path(of: $0, in: schema, separator: "_") }.joined(separator: "_")
  }

  /// The scalar field that has the client name of these entries, nil when there is none.
  ///
  /// The name is put together in a buffer on the stack, since nearly always no field has it.
  public func scalarField(withClientNameOf entries: [IndexField], in schema: Schema) -> Int? {
    let name: Name
    if entries.allSatisfy({ $0.compositePath.isEmpty && fields.indices.contains($0.field) }) {
      let count = entries.reduce(entries.count) { $0 + fields[$1.field].name.utf8.count }
      name = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { buffer in
        var at = 0
        for entry in entries {
          if at > 0 {
            buffer.initializeElement(at: at, to: UInt8(ascii: "_"))
            at += 1
          }
          for byte in fields[entry.field].name.utf8 {
            buffer.initializeElement(at: at, to: byte)
            at += 1
          }
        }
        return Name(UnsafeBufferPointer(rebasing: buffer[..<at]))
      }
    } else {
      name = Name(clientName(of: entries, in: schema))
    }
    guard let index = fieldIndex(name), fields[index].isScalar else { return nil }
    return index
  }
}
