import SchemaModel
import SchemaParser

/// Conditions of partial indexes: SQL, or fields with their values.
extension ArgumentCompletion {
  /// Both forms, as the value of `where`.
  func conditionValueItems() -> [CompletionItem] {
    if isInQuotes { return [] }
    var object = item(
      "{ }", .snippet, text: "{ \(stop: "") }", detail: "fields with their values", rank: .first)
    object.filterText = "{"
    let raw = item(
      "raw()", .function, text: isFollowedByParenthesis ? "raw" : "raw(\"\(stop: "")\")",
      detail: "SQL", subject: .function("raw"))
    return conditionExamples + [object, raw]
  }

  /// Conditions that rows are often told apart by: not deleted, active.
  private var conditionExamples: [CompletionItem] {
    guard let model else { return [] }
    return model.fields.prefix(100).compactMap { field in
      switch field.type {
      case .scalar(.dateTime) where field.arity == .optional && field.name.hasPrefix("deleted"):
        item("{ \(field.name): null }", .value, rank: .first)
      case .scalar(.boolean) where field.arity != .list:
        item("{ \(field.name): true }", .value, rank: .likely)
      default: nil
      }
    }
  }

  /// The members of the object, and of those in it.
  func conditionItems() -> [CompletionItem] {
    let depth = levels.count
    guard depth <= 3, levels.dropFirst().allSatisfy({ $0.bracket.kind == .object }) else {
      return []
    }
    let object = levels[depth - 1]
    if depth == 3 {
      guard let field = comparedField(levels[1]) else { return [] }
      if place.call.isName {
        return [
          item(
            "not", .argument,
            text: isFollowedByColon
              ? "not" : "not: \(choice(of: comparedValues(field, isNested: true)))",
            detail: "any other value")
        ]
      }
      return object.entry.name == "not" ? comparedValues(field, isNested: true) : []
    }
    if place.call.isName { return conditionFieldItems(object) }
    return comparedField(object).map { comparedValues($0, isNested: false) } ?? []
  }

  private func comparedField(_ object: Level) -> Field? {
    object.entry.name.flatMap { model?.field(Name($0)) }
  }

  private func conditionFieldItems(_ object: Level) -> [CompletionItem] {
    guard let model else { return [] }
    let given = Set(
      object.bracket.entries.enumerated().filter { $0.offset != object.entryIndex }
        .compactMap(\.element.name))
    return model.fields.filter {
      $0.isScalar && !given.contains($0.name) && ($0.isComparable || $0.arity == .optional)
    }.map { field in
      item(
        field.name, .field,
        text: isFollowedByColon
          ? CompletionText(field.name)
          : "\(field.name): \(choice(of: comparedValues(field, isNested: false)))",
        detail: field.typeDescription, subject: .member(field.name, of: model.name))
    }
  }

  private func comparedValues(_ field: Field, isNested: Bool) -> [CompletionItem] {
    var items: [CompletionItem] = []
    if field.isComparable {
      switch field.type {
      case .enumeration(let id):
        items += (schema.enumeration(id)?.values ?? []).map {
          stringItem(
            $0.identifier.text, .enumValue, subject: .member($0.identifier.text, of: field.typeName)
          )
        }
      case .scalar(.boolean) where !isInQuotes:
        items += ["true", "false"].map { item($0, .value) }
      case .scalar(.string) where !isInQuotes, .scalar(.dateTime) where !isInQuotes:
        items.append(item("\"\"", .value, text: "\"\(end: ())\""))
      case .scalar where !isInQuotes: items.append(item("0", .value, text: "\(stop: "0")"))
      default: break
      }
    }
    if isInQuotes { return items }
    if field.arity == .optional { items.append(item("null", .value)) }
    if !isNested {
      if field.arity == .optional {
        items.append(item("{ not: null }", .value, detail: "any value"))
      }
      if field.isComparable {
        items.append(
          item(
            "{ not: }", .snippet,
            text: "{ not: \(choice(of: comparedValues(field, isNested: true))) }",
            detail: "any other value"))
      }
    }
    return items
  }
}

extension Field {
  /// Whether a condition in the schema's own language can compare it with a value.
  fileprivate var isComparable: Bool {
    switch type {
    case .enumeration: true
    case .scalar(let scalar): scalar != .json && scalar != .bytes
    case .composite, .model, .unsupported, .unresolved: false
    }
  }
}
