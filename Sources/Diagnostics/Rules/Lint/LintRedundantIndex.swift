import SchemaModel
import SchemaParser

extension Rule {
  /// An index is the same as another one, or the beginning of it.
  ///
  /// The database finds with the longer one whatever it finds with the shorter one, while each index
  /// takes room, and time whenever a row is written. Only indexes of one `type` are compared, entries
  /// with their `sort`, `length` and `ops`, and none with `where`. A unique is redundant only when
  /// an id or unique has exactly its fields.
  ///
  /// ```prisma
  /// datasource db {
  ///   provider = "postgresql"
  /// }
  ///
  /// model Membership {
  ///   userId Int
  ///   teamId Int
  ///   role   String
  ///
  ///   @@id([userId, teamId])
  ///   @@index([userId])
  ///   ~~~~~~~~~~~~~~~~~ hint[lint-redundant-index]: `@@index([userId])` is the beginning of `@@id([userId, teamId])`
  ///   @@index([teamId])
  /// }
  /// ```
  public static let lintRedundantIndex = Rule(
    id: "lint-redundant-index", severity: .hint, tags: [.unnecessary],
    check: .model { context, findings in
      let model = context.model
      guard !model.isView, !model.isIgnored,
        model.indexes.count + (model.primaryKey == nil ? 0 : 1) > 1
      else { return }
      let table = LeadingFields(model)
      guard table.hasAlike else { return }
      for index in model.indexes {
        guard let other = table.replacement(of: index, in: model) else { continue }
        let isSame = other.fields(of: model).count == index.fields.count
        // MongoDB refuses two of the same fields, which is told already.
        if isSame, context.connector == .mongodb { continue }
        guard let range = other.index(of: model)?.range ?? model.primaryKey?.range else { continue }
        let text = index.summary(of: model, in: context.schema)
        let otherText =
          other.index(of: model)?.summary(of: model, in: context.schema)
          ?? model.primaryKey?.summary(of: model, in: context.schema) ?? ""
        findings.report(
          Message(
            "`\(text)` is \(isSame ? "the same as" : "the beginning of") `\(otherText)`",
            note: "the database has no use for it, and keeps it up at every write",
            help: "remove it"),
          at: index.range, related: [RelatedPlace(.range(model.id, range), "which serves instead")])
      }
    })
}

extension LeadingFields {
  /// What makes an index redundant, nil when nothing does.
  fileprivate func replacement(of index: Index, in model: Model) -> Key? {
    guard let first = index.fields.first?.field, index.whereRange == nil, index.kind != .fulltext,
      index.isClustered != true,
      // The client calls a unique by its name.
      index.kind == .index || index.name == nil
    else { return nil }
    return key(beginningWith: first) { key in
      let fields = key.fields(of: model)
      guard key != Key(index), index.fields.isBeginning(of: fields) else { return false }
      guard let other = key.index(of: model) else {
        return index.method ?? .bTree == .bTree
          && (index.kind == .index || fields.count == index.fields.count)
      }
      guard other.whereRange == nil, other.method ?? .bTree == index.method ?? .bTree else {
        return false
      }
      // Of two that are the same the unique stays, else the first.
      if fields.count > index.fields.count { return index.kind == .index }
      if other.kind != index.kind { return other.kind == .unique }
      return other.ordinal < index.ordinal
    }
  }
}

extension PrimaryKey {
  fileprivate func summary(of model: Model, in schema: Schema) -> String {
    isBlockAttribute ? "@@id" + fields.summary(of: model, in: schema) : "@id"
  }
}

extension Index {
  /// The attribute with its fields alone.
  fileprivate func summary(of model: Model, in schema: Schema) -> String {
    isBlockAttribute ? attributeName + fields.summary(of: model, in: schema) : attributeName
  }
}

extension [IndexField] {
  /// Their names as a list of arguments; of many, the first few.
  fileprivate func summary(of model: Model, in schema: Schema) -> String {
    let names = prefix(6).map { model.path(of: $0, in: schema) }
    return "([\(names.joined(separator: ", "))\(count > 6 ? ", …" : "")])"
  }
}
