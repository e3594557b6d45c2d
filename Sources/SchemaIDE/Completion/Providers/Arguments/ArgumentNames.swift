import SchemaModel
import SchemaParser

/// Names of arguments that are not there yet.
extension ArgumentCompletion {
  func nameItems() -> [CompletionItem] {
    let offered = parameters.filter { isOffered($0) }
    return relationItems() + offered.map(nameItem)
  }

  /// Whether the name of an argument can be written that is not there yet.
  func isOffered(_ parameter: ReferenceParameter) -> Bool {
    // Where nothing but the unnamed argument can stand, its name helps nobody.
    if parameters.allSatisfy(\.isUnnamed) { return false }
    if case .defaultValue = parameter.value { return false }
    if isGiven(parameter) { return false }
    switch (attribute, parameter.name) {
    case ("@relation", "name"): return true
    case ("@relation", _): return isForwardSide
    case ("@@index", "name"): return false
    case ("@default", "map"):
      return text(ofArgument: "value")?.hasPrefix("autoincrement") != true
        && !isAutoincrement
    case (_, "length"): return field.map { $0.type.hasIndexablePrefix } ?? true
    default: break
    }
    // A view has no constraints, only something that tells its rows from each other.
    return !isView || parameter.name == "fields" || parameter.name == "name"
  }

  /// Whether an argument is there, with or without its name.
  func isGiven(_ parameter: ReferenceParameter) -> Bool {
    guard let outermost = levels.first else { return true }
    let others = outermost.bracket.entries.enumerated()
      .filter { $0.offset != outermost.entryIndex }.map(\.element)
    return others.contains { entry in
      entry.name == parameter.name
        || parameter.isUnnamed && entry.name == nil && !entry.value.isEmpty
    }
  }

  private var isAutoincrement: Bool {
    levels.first?.bracket.entries.contains {
      $0.name == nil && scan.text($0).hasPrefix("autoincrement")
    } ?? false
  }

  func nameItem(_ parameter: ReferenceParameter) -> CompletionItem {
    let name = parameter.name
    var item = item(
      name, .argument,
      text: isFollowedByColon ? CompletionText(name) : "\(name): \(placeholder(parameter))",
      detail: parameter.value.typeName, subject: .argument(name, attribute: attribute),
      rank: rank(of: parameter))
    if isFollowedByColon, !parameter.value.takes(followingValue) {
      // The value behind the colon has to be changed too.
      item.needsMore = true
      item.rank = .last
    }
    // Without what the attribute can't do without, nothing else is right either.
    let isMissing = parameters.contains {
      !$0.isOptional && $0.name != name && !isGiven($0)
    }
    if isMissing {
      item.needsMore = true
      item.rank = max(item.rank, .rare)
    }
    if parameter.value.isRelationName { nameBothSides(&item, parameter) }
    return item
  }

  /// The other side of a relation with a new name has to bear it too.
  private func nameBothSides(_ item: inout CompletionItem, _ parameter: ReferenceParameter) {
    let values = valueItems(parameter)
    if let new = values.first(where: { !$0.additionalEdits.isEmpty }), !isFollowedByColon {
      item.text = CompletionText("\(parameter.name): \(new.text.plain)")
      item.additionalEdits = new.additionalEdits
      item.rank = max(item.rank, new.rank)
    } else if values.contains(where: \.needsMore) {
      item.needsMore = true
      item.rank = max(item.rank, values.map(\.rank).min() ?? .usual)
    }
  }

  /// What the value at the cursor begins with.
  private var followingValue: SourceToken.Kind? {
    guard let entry = levels.last?.entry, let first = scan.tokens[entry.value].first else {
      return nil
    }
    return first.kind
  }

  private func rank(of parameter: ReferenceParameter) -> CompletionItem.Rank {
    if parameter.isUnnamed { return .rare }
    if attribute == "@relation", ["fields", "references"].contains(parameter.name) {
      return .likely
    }
    return .usual
  }

  /// What stands behind the colon at first: the values that fit, for choosing one.
  func placeholder(_ parameter: ReferenceParameter) -> CompletionText {
    if case .indexFields = parameter.value { return "[\(stop: "")]" }
    let values = choice(of: valueItems(parameter))
    if !values.isUnfinished { return values }
    switch parameter.value {
    case .databaseName, .clientName, .relationName, .schemaName, .text: return "\"\(stop: "")\""
    case .indexFields, .scalarFields, .referencedFields: return "[\(stop: "")]"
    default: return "\(stop: "")"
    }
  }
}

extension ArgumentCompletion {
  /// The texts of these items for choosing one, a free place when there is none.
  func choice(of items: [CompletionItem]) -> CompletionText {
    let ranked = items.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }.map(\.element)
    return "\(choice: ranked.filter { !$0.text.hasStops }.map(\.text.plain))"
  }
}

extension ReferenceParameter.Value {
  /// Whether a value can begin with a token like this; nil for no value.
  fileprivate func takes(_ kind: SourceToken.Kind?) -> Bool {
    guard let kind else { return true }
    switch self {
    case .databaseName, .clientName, .relationName, .schemaName, .text:
      if case .string = kind { return true }
      return false
    case .indexFields, .scalarFields, .referencedFields:
      return kind == .open(UInt8(ascii: "[")) || kind == .word
    case .condition: return kind == .open(UInt8(ascii: "{")) || kind == .word
    default: return kind == .word
    }
  }
}

extension FieldType {
  /// Whether an index can hold only the beginning of its values.
  var hasIndexablePrefix: Bool {
    switch self {
    case .scalar(.string), .scalar(.bytes), .unsupported: true
    default: false
    }
  }
}
