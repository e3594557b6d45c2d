extension Model {
  /// Whether something tells a row from others: an id or unique whose fields are all required or
  /// lists, and of a type that Prisma supports. A key without fields counts, since another rule
  /// tells of it.
  package var hasStrictUniqueCriterion: Bool {
    if let primaryKey, isStrict(primaryKey.fields) { return true }
    return indexes.contains { $0.kind == .unique && isStrict($0.fields) }
  }

  private func isStrict(_ entries: [IndexField]) -> Bool {
    entries.allSatisfy { entry in
      guard fields.indices.contains(entry.field), entry.compositePath.isEmpty else { return false }
      let field = fields[entry.field]
      return field.arity != .optional && !field.type.isUnsupported
    }
  }
}
