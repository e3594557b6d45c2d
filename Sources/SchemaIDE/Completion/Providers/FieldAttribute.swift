import SchemaModel
import SchemaParser

/// Attributes of fields and enum values that fit and are not there yet.
extension CompletionRequest {
  func fieldAttributeItems(_ field: FieldLine) -> [CompletionItem] {
    let type = type(of: field)
    let place: AttributeReference.Place =
      if context.block?.kind == .compositeType {
        .compositeField
      } else if case .model = type {
        .relationField
      } else {
        .scalarField
      }
    let isCall = isFollowed(by: ["("])
    var items: [CompletionItem] = []
    for attribute in LanguageReference.attributes(at: place, in: configuration) {
      guard !field.has(String(attribute.name.dropFirst())), fits(attribute.name, field, type)
      else { continue }
      items += attributeItems(attribute.name, field, type, isCall: isCall)
    }
    if let native = nativeTypeAttribute(field, type, isCall: isCall) { items.append(native) }
    if isCall { return items }
    if place == .relationField { return items + columnAttributeItems(field) }
    if place == .scalarField {
      items += uniqueInsteadOfKeyItems(field) + uniqueInsteadOfLineItems(field)
      items += relationBesideItems(field)
    }
    return items
  }

  func enumValueAttributeItems() -> [CompletionItem] {
    if context.statement.attributes.contains(where: { $0.name == "map" && $0.arguments != nil }) {
      return []
    }
    let name = context.statement.tokens.first.map { context.statement.text($0) } ?? ""
    return [
      CompletionItem(
        "@map", .attribute,
        text: isFollowed(by: ["("])
          ? nil : "@map(\"\(stop: DatabaseNaming.values.names(for: name).first ?? name)\")",
        subject: .attribute("@map"))
    ]
  }

  // MARK: What fits

  private func fits(_ name: String, _ field: FieldLine, _ type: FieldType) -> Bool {
    switch name {
    case "@id": canBeKey(field, type)
    case "@unique": canBeUnique(field, type)
    case "@default": !DefaultChoices(self, typed(field)).likely.isEmpty
    case "@updatedAt": type == .scalar(.dateTime) && field.arity != .list
    case "@ignore": type != .unsupported && !takenBlockAttributes.contains("@@ignore")
    case "@shardKey": field.arity == .required
    default: true
    }
  }

  private func canBeKey(_ field: FieldLine, _ type: FieldType) -> Bool {
    guard context.block?.kind == .model, field.arity == .required, !field.has("unique"),
      !takenBlockAttributes.contains("@@id"), isIndexable(field)
    else { return false }
    if let model, let key = model.primaryKey {
      // Only the attribute of the line itself may make the key.
      guard !key.isBlockAttribute, isOwn(key.range) else { return false }
    }
    switch type {
    case .scalar(.int), .scalar(.bigInt), .scalar(.string), .enumeration: return true
    default: return false
    }
  }

  func canBeUnique(_ field: FieldLine, _ type: FieldType) -> Bool {
    guard !field.has("id"), isIndexable(field) else { return false }
    if let model, let index = model.fieldIndex(Name(field.name)) {
      let isUnique = model.indexes.contains {
        $0.isBlockAttribute && $0.kind == .unique && $0.fields.map(\.field) == [index]
      }
      if isUnique { return false }
    }
    switch type {
    case .scalar(.json): return canJSONBeIndexed(field)
    case .scalar(.bytes): return connector != .mysql && connector != .sqlserver
    case .scalar, .enumeration: return true
    case .composite: return connector == .mongodb
    case .model, .unsupported, .unresolved: return false
    }
  }

  /// Whether the database compares documents: PostgreSQL only those of `jsonb`, MySQL (error 3152) none.
  private func canJSONBeIndexed(_ field: FieldLine) -> Bool {
    switch connector {
    case .postgresql: !field.attributes.contains { $0.name.hasSuffix(".Json") }
    case .mysql, .sqlserver: false
    default: true
    }
  }

  /// Whether the native type of the field, if it has one, can be in an index.
  private func isIndexable(_ field: FieldLine) -> Bool {
    field.attributes.allSatisfy { attribute in
      guard let dot = attribute.name.firstIndex(of: ".") else { return true }
      let arguments = attribute.arguments.map { context.statement.brackets[$0].entries } ?? []
      return connector.indexObstacle(
        nativeType: String(attribute.name[attribute.name.index(after: dot)...]),
        arguments: arguments.map { context.statement.text($0) }) == nil
    }
  }

  // MARK: What is written

  private func attributeItems(
    _ name: String, _ field: FieldLine, _ type: FieldType, isCall: Bool
  ) -> [CompletionItem] {
    var item = CompletionItem(
      name, .attribute, subject: .attribute(name), rank: rank(name, field, type))
    if isCall { return [item] }
    switch name {
    case "@id":
      if connector == .mongodb, !field.has("map") { item.text = "@id @map(\"_id\")" }
    case "@map": item.text = "@map(\"\(stop: columnName(of: field))\")"
    case "@default":
      return defaultItems(field, item)
    case "@relation":
      item.text = relationText(field)
      if field.arity == .list || isRelationComplete(field) { item.rank = .last }
    default: break
    }
    return [item]
  }

  /// `@default` with each of a few values and functions, then with a choice of all that are likely.
  private func defaultItems(_ field: FieldLine, _ item: CompletionItem) -> [CompletionItem] {
    let choices = DefaultChoices(self, typed(field))
    let likely = choices.likely
    let whole = likely.filter { choices.attribute(neededBy: $0) == nil }
    var item = item
    item.text = "@default(\(choice: whole.map(\.writtenDefault)))"
    if referencedKey(of: field.name) != nil {
      item.rank = .rare
      return [item]
    }
    // What is only a place to type at stands in the choice alone.
    let direct = likely.filter { $0.kind == .function || !$0.text.hasStops }
    return direct.prefix(4).map { choice in
      let value = choice.writtenDefault
      let rest = choices.attribute(neededBy: choice).map { " " + $0 } ?? ""
      return CompletionItem(
        "@default(\(value))", .attribute, text: CompletionText("@default(\(value))\(rest)"),
        subject: choice.kind == .function ? choice.subject : item.subject, rank: item.rank)
    } + (whole.isEmpty ? [] : [item])
  }

  /// A name for the column, in the style of the others.
  private func columnName(of field: FieldLine) -> String {
    if connector == .mongodb, field.has("id") { return "_id" }
    let taken = Set(
      (model?.fields ?? []).filter { $0.name != field.name }.map(\.databaseName))
    return DatabaseNaming(columnsOf: model, in: schema).names(for: field.name)
      .first { !taken.contains($0) } ?? field.name
  }

  private func rank(
    _ name: String, _ field: FieldLine, _ type: FieldType
  ) -> CompletionItem.Rank {
    switch name {
    case "@id": field.name == "id" || field.name == "_id" ? .first : .usual
    case "@default":
      field.has("id") || field.name.hasPrefix("created") || type == .scalar(.boolean)
        ? .first : .likely
    case "@updatedAt": field.name.hasPrefix("updated") ? .first : .usual
    case "@relation": .first
    case "@unique": .likely
    case "@map": .usual
    default: .rare
    }
  }

  /// `@relation` with what is known of it: nothing is needed on the side that holds a list.
  private func relationText(_ field: FieldLine) -> CompletionText {
    field.arity == .list || isRelationComplete(field)
      ? "@relation(\"\(stop: "")\")"
      : "@relation(fields: [\(stop: "")], references: [\(stop: "")])"
  }

  /// Whether the other side has all that the relation needs, so that only a name can be added.
  private func isRelationComplete(_ field: FieldLine) -> Bool {
    guard let model, let id = type(of: field).modelID, let related = schema.model(id),
      let own = model.field(Name(field.name)),
      let opposite = schema.oppositeField(of: own, in: model.id)?.field
    else { return false }
    return related.id != model.id && (field.arity == .list || opposite.relation?.fields != nil)
  }

  /// `@db.`, to be gone on with by one of the types that fit.
  private func nativeTypeAttribute(
    _ field: FieldLine, _ type: FieldType, isCall: Bool
  ) -> CompletionItem? {
    guard let datasource = configuration.datasource, let scalar = type.scalar, !isCall,
      !field.attributes.contains(where: { $0.name.contains(".") })
    else { return nil }
    let types = nativeTypeTexts(for: scalar, field)
    if types.isEmpty { return nil }
    let name = datasource.identifier.text
    return CompletionItem(
      "@\(name)", .attribute, text: "@\(name).\(choice: types)", signature: ".…",
      detail: "native type", rank: hasTypeOfKey(field) ? .first : .rare)
  }
}

extension CompletionItem {
  /// A default as it is written in parentheses.
  fileprivate var writtenDefault: String { text.isUnfinished ? label : text.plain }
}
