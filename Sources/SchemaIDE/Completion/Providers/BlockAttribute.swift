import SchemaModel
import SchemaParser

/// Attributes of blocks that fit and are not there yet.
extension CompletionRequest {
  func blockAttributeItems() -> [CompletionItem] {
    guard let block = context.block, let place = blockAttributePlace(block) else { return [] }
    let taken = takenBlockAttributes
    let isCall = isFollowed(by: ["("])
    return LanguageReference.attributes(at: place, in: configuration).compactMap { attribute in
      guard attribute.isRepeatable || !taken.contains(attribute.name),
        let text = blockAttributeText(attribute.name, block)
      else { return nil }
      var item = CompletionItem(
        attribute.name, .attribute, text: isCall ? nil : text, subject: .attribute(attribute.name),
        rank: blockAttributeRank(attribute.name))
      // The fields of this type in other models need an `@ignore` then.
      item.needsMore =
        attribute.name == "@@ignore"
        && model.map { !schema.declarations(mentioning: $0.identifier.name).isEmpty } != false
      if item.needsMore { item.rank = .last }
      return item
    }
  }

  private func blockAttributePlace(_ block: EnclosingBlock) -> AttributeReference.Place? {
    switch block.kind {
    case .model: .model
    case .view: .view
    case .enumeration: .enumeration
    default: nil
    }
  }

  private func blockAttributeRank(_ name: String) -> CompletionItem.Rank {
    switch name {
    case "@@index": .likely
    case "@@unique", "@@id", "@@map": .usual
    case "@@schema": configuration.datasource?.schemas?.isEmpty == false ? .usual : .last
    default: .rare
    }
  }

  /// What is written for an attribute; nil where it can't stand.
  private func blockAttributeText(_ name: String, _ block: EnclosingBlock) -> CompletionText? {
    switch name {
    case "@@map":
      let name = DatabaseNaming(tablesOf: schema, besides: block.declaration)
        .names(for: block.name).first { schema.dataType(named: Name($0)) == nil }
      return "@@map(\"\(stop: name ?? block.name)\")"
    case "@@schema":
      guard let schemas = configuration.datasource?.schemas?.map(\.value), !schemas.isEmpty else {
        return "@@schema(\"\(stop: "")\")"
      }
      return "@@schema(\"\(choice: schemas)\")"
    case "@@id":
      if model?.primaryKey != nil { return nil }
      return "@@id([\(choice: listable(for: name))])"
    case "@@index", "@@unique", "@@fulltext", "@@shardKey":
      return "\(CompletionText(name))([\(choice: listable(for: name))])"
    default: return CompletionText(name)
    }
  }

  /// The fields that a list of fields can begin with, the likeliest first: those that no index or key
  /// begins with yet, foreign keys before others. With `@@unique`, when there are none, those that are
  /// not unique by themselves.
  private func listable(for attribute: String) -> [String] {
    guard let model else { return [] }
    let covered = Set(
      (model.indexes.compactMap { $0.fields.first?.field })
        + (model.primaryKey?.fields.prefix(1).map(\.field) ?? []))
    let free = listable(for: attribute, in: model) { !covered.contains($0) }
    guard free.isEmpty, attribute == "@@unique" else { return free }
    return listable(for: attribute, in: model) {
      !model.isUnique([$0]) && model.primaryKey?.fields.map(\.field) != [$0]
    }
  }

  private func listable(
    for attribute: String, in model: Model, where isWanted: (Int) -> Bool
  ) -> [String] {
    let foreignKeys = Set(
      model.relationFields.flatMap { model.fields[$0].relation?.fields?.fields ?? [] })
    return model.fields.filter { field in
      canBeListed(field, for: attribute) && isWanted(field.index) && !isOwn(field.range)
    }.sorted { left, right in
      let (first, second) = (foreignKeys.contains(left.index), foreignKeys.contains(right.index))
      return first != second ? first : left.index < right.index
    }.map(\.name)
  }

  /// Whether an index compares values of this native type.
  private func canBeIndexed(_ native: NativeTypeUse) -> Bool {
    connector.indexObstacle(
      nativeType: native.name, arguments: native.arguments.map(\.text)) == nil
  }

  private func canBeListed(_ field: Field, for attribute: String) -> Bool {
    guard field.arity != .list,
      attribute == "@@fulltext" || field.nativeType.map(canBeIndexed) != false
    else { return false }
    let isRequired = field.arity == .required || attribute != "@@id" && attribute != "@@shardKey"
    switch field.type {
    case .scalar(let scalar):
      if attribute == "@@fulltext" { return scalar == .string }
      return scalar != .json && scalar != .bytes && isRequired
    case .enumeration: return attribute != "@@fulltext" && isRequired
    default: return false
    }
  }
}
