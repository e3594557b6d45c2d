extension Model {
  /// Whether something tells a row from others: an id or unique whose fields are all required or
  /// lists, and of a type that Prisma supports. A key without fields counts, since another rule
  /// tells of it.
  public func hasStrictUniqueCriterion(in schema: Schema) -> Bool {
    if let primaryKey, isStrict(primaryKey.fields, in: schema) { return true }
    return indexes.contains { $0.kind == .unique && isStrict($0.fields, in: schema) }
  }

  private func isStrict(_ entries: [IndexField], in schema: Schema) -> Bool {
    entries.allSatisfy { entry in
      if entry.compositePath.isEmpty, fields.indices.contains(entry.field) {
        return fields[entry.field].arity != .optional && !fields[entry.field].type.isUnsupported
      }
      guard let field = field(of: entry, in: schema) else { return false }
      return field.arity != .optional && !field.type.isUnsupported
    }
  }
}
