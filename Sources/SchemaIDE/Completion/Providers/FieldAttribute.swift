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
    return items
  }

  func enumValueAttributeItems() -> [CompletionItem] {
    if context.statement.attributes.contains(where: { $0.name == "map" && $0.arguments != nil }) {
      return []
    }
    let name = context.statement.tokens.first.map { context.statement.text($0) } ?? ""
    return [
      CompletionItem(
        "@map", .attribute, text: isFollowed(by: ["("]) ? nil : "@map(\"\(stop: name)\")",
        subject: .attribute("@map"))
    ]
  }

  // MARK: What fits

  private func fits(_ name: String, _ field: FieldLine, _ type: FieldType) -> Bool {
    switch name {
    case "@id": canBeKey(field, type)
    case "@unique": canBeUnique(field, type)
    case "@default": !defaults(of: field, type).isEmpty
    case "@updatedAt": type == .scalar(.dateTime) && field.arity != .list
    case "@ignore": type != .unsupported
    default: true
    }
  }

  private func canBeKey(_ field: FieldLine, _ type: FieldType) -> Bool {
    guard context.block?.kind == .model, field.arity == .required, !field.has("unique"),
      !takenBlockAttributes.contains("@@id")
    else { return false }
    if let key = model?.primaryKey, let entry = key.fields.first, let model,
      model.fields.indices.contains(entry.field), model.fields[entry.field].name != field.name
    {
      return false
    }
    switch type {
    case .scalar(.int), .scalar(.bigInt), .scalar(.string), .enumeration: return true
    default: return false
    }
  }

  private func canBeUnique(_ field: FieldLine, _ type: FieldType) -> Bool {
    switch type {
    case .scalar(.json): return connector == .mongodb
    case .scalar(.bytes): return connector != .mysql && connector != .sqlserver
    case .scalar, .enumeration: return true
    case .composite, .model, .unsupported, .unresolved: return false
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
    case "@map": item.text = "@map(\"\(stop: field.name)\")"
    case "@default":
      let values = defaults(of: field, type)
      item.text = "@default(\(choice: values))"
      let direct = values.filter { !$0.isEmpty && $0 != "[]" && $0 != "\"\"" && $0 != "0" }
      return direct.prefix(4).map { value in
        CompletionItem(
          "@default(\(value))", .attribute,
          subject: value.hasSuffix(")")
            ? .function(String(value.prefix { $0 != "(" })) : .attribute("@default"),
          rank: item.rank)
      } + [item]
    case "@relation": item.text = relationText(field)
    default: break
    }
    return [item]
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
    case "@unique": field.has("id") ? .last : .likely
    case "@map": .usual
    default: .rare
    }
  }

  /// `@relation` with what is known of it: nothing is needed on the side that holds a list.
  private func relationText(_ field: FieldLine) -> CompletionText {
    field.arity == .list
      ? "@relation(\"\(stop: "")\")"
      : "@relation(fields: [\(stop: "")], references: [\(stop: "")])"
  }

  /// `@db.`, to be gone on with by one of the types that fit.
  private func nativeTypeAttribute(
    _ field: FieldLine, _ type: FieldType, isCall: Bool
  ) -> CompletionItem? {
    guard let datasource = configuration.datasource, let scalar = type.scalar, !isCall,
      !field.attributes.contains(where: { $0.name.contains(".") })
    else { return nil }
    let types = nativeTypeTexts(for: scalar)
    if types.isEmpty { return nil }
    let name = datasource.identifier.text
    return CompletionItem(
      "@\(name)", .attribute, text: "@\(name).\(choice: types)", signature: ".…",
      detail: "native type", rank: .rare)
  }
}
