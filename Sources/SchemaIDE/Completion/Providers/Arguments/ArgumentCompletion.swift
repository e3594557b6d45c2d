import SchemaModel
import SchemaParser

/// A place in the parentheses of an attribute, with what decides what can be written there.
struct ArgumentCompletion {
  let request: CompletionRequest
  let place: ArgumentPlace
  /// The attribute with its `@` or `@@`.
  let attribute: String
  /// What the attribute takes here.
  let parameters: [ReferenceParameter]
  /// The field that the attribute belongs to.
  let field: TypedField?
  /// The brackets around the cursor, the outermost first, each with the entry that the cursor is in.
  let levels: [Level]

  struct Level {
    let bracket: StatementScan.Bracket
    let entryIndex: Int

    var entry: StatementScan.Entry { bracket.entries[entryIndex] }
  }

  init(_ request: CompletionRequest, _ place: ArgumentPlace) {
    self.request = request
    self.place = place
    word = request.context.word
    attribute = (place.attribute.isBlock ? "@@" : "@") + place.attribute.name
    field = place.field.map { request.typed($0) }
    let scan = request.context.statement
    levels = zip(place.call.brackets, place.call.entries).compactMap { bracket, entry in
      let bracket = scan.brackets[bracket]
      return bracket.entries.indices.contains(entry)
        ? Level(bracket: bracket, entryIndex: entry) : nil
    }
    parameters = Self.parameters(of: attribute, field: field, in: request)
  }

  private static func parameters(
    of attribute: String, field: TypedField?, in request: CompletionRequest
  ) -> [ReferenceParameter] {
    if let reference = LanguageReference.attribute(attribute) {
      guard let owner = request.owner(of: field), reference.places.contains(owner) else {
        return []
      }
      return reference.signature(at: owner, in: request.configuration).parameters
    }
    guard let dot = attribute.firstIndex(of: ".") else { return [] }
    let name = String(attribute[attribute.index(after: dot)...])
    return LanguageReference.nativeType(named: name, on: request.connector)?.parameters ?? []
  }

  /// The place for something that is written outside of the quotes around the cursor.
  var unquoted: ArgumentCompletion {
    var other = self
    other.word.quotes = .none
    return other
  }

  var scan: StatementScan { request.context.statement }
  /// What is being typed.
  var word: CompletionWord
  var schema: Schema { request.schema }
  var configuration: Configuration { request.configuration }
  var connector: Connector { request.connector }
  /// The model or view around the cursor.
  var model: Model? { request.model }
  /// Whether the cursor is in a view.
  var isView: Bool { request.context.block?.kind == .view }
  /// Whether the cursor is in a composite type.
  var isCompositeType: Bool { request.context.block?.kind == .compositeType }

  // MARK: Finding the provider

  func items() -> [CompletionItem] {
    var items = placedItems()
    if attribute == "@relation", levels.count == 1, isForwardSide { noteMissingKey(&items) }
    if let comma = missingComma {
      for index in items.indices { items[index].text = items[index].text + comma }
    }
    return items
  }

  /// The side with the key is right only when both lists are there.
  private func noteMissingKey(_ items: inout [CompletionItem]) {
    for index in items.indices {
      let text = items[index].text.plain
      let isComplete = ["fields", "references"].allSatisfy {
        names(inArgument: $0) != nil || text.contains("\($0): [")
      }
      if !isComplete { items[index].needsMore = true }
    }
  }

  private func placedItems() -> [CompletionItem] {
    guard let outermost = levels.first else { return [] }
    if hasTextBefore { return itemsBehindMissingComma(outermost) }
    return otherSideItems() + ownSideItems(outermost)
  }

  private func ownSideItems(_ outermost: Level) -> [CompletionItem] {
    guard levels.count > 1 else {
      guard place.call.isName else {
        let values = parameter(of: outermost).map(valueItems) ?? []
        if !isInQuotes { return values }
        return values + followingArgumentItems() + (field.map(defaultsBehind) ?? [])
      }
      let isNamed = outermost.entry.nameRange != nil
      let unnamed = isNamed ? nil : parameter(of: outermost)
      return (unnamed.map(valueItems) ?? []) + nameItems() + ownNameBeforeItems()
        + valuesAtName(of: outermost) + movedArgumentItems() + (field.map(defaultsBehind) ?? [])
    }
    // Other arguments are offered behind the list, or behind what can't be here.
    let items = parameter(of: outermost).map { nestedItems($0, in: levels[1]) } ?? []
    let isInList = levels.count == 2 && levels[1].bracket.kind == .list
    guard isComplete, isInList || items.isEmpty, levels.last?.bracket.kind != .object else {
      return items
    }
    return items + followingArgumentItems()
  }

  /// What stands in the brackets of a value.
  private func nestedItems(
    _ parameter: ReferenceParameter, in inner: Level
  ) -> [CompletionItem] {
    switch inner.bracket.kind {
    case .list:
      return levels.count == 2 ? elementItems(parameter, in: inner) : entryItems(parameter)
    case .arguments:
      if case .indexFields = parameter.value { return indexFieldArgumentItems(level: 1) }
      return functionArgumentItems(inner)
    case .object:
      if case .condition = parameter.value { return conditionItems() }
      return []
    }
  }

  /// A value for the argument whose whole name is typed, in place of the one behind the colon.
  private func valuesAtName(of outermost: Level) -> [CompletionItem] {
    let entry = outermost.entry
    guard let name = entry.nameRange, name == word.range, name.end == request.context.offset,
      let parameter = parameters.first(where: { $0.name == entry.name }), !parameter.isUnnamed,
      let value = scan.valueRange(entry), isOnOneLine(TextRange(name.start, value.end))
    else { return [] }
    return valueItems(parameter).filter { !$0.text.hasStops }.map { item in
      var item = item
      item.text = CompletionText("\(parameter.name): " + item.text.plain)
      item.filterText = item.text.plain
      item.replaced = TextRange(name.start, value.end)
      item.rank = .rare
      return item
    }
  }

  /// Whether something else than the word stands in the entry before the cursor, behind which nothing
  /// can follow.
  private var hasTextBefore: Bool {
    guard let entry = levels.last?.entry else { return true }
    let before = scan.tokens[entry.value].filter {
      $0.range.end <= word.range.start && $0.kind != .string(isClosed: false)
    }
    return before.count > 2 * word.path.count
  }

  /// The parameter that an entry of the attribute gives: by name, or the one that needs no name.
  func parameter(of level: Level) -> ReferenceParameter? {
    if let name = level.entry.name { return parameters.first { $0.name == name } }
    let unnamed = parameters.filter { parameter in
      parameter.isUnnamed && !level.bracket.entries.contains { $0.name == parameter.name }
    }
    let earlier = level.bracket.entries[..<level.entryIndex]
      .count { $0.name == nil && !$0.value.isEmpty }
    let isPositional = parameters.allSatisfy(\.isUnnamed)
    if isPositional { return unnamed.indices.contains(earlier) ? unnamed[earlier] : nil }
    let others = level.bracket.entries.enumerated().contains {
      $0.offset != level.entryIndex && $0.element.name == nil && !$0.element.value.isEmpty
    }
    return others ? nil : unnamed.first
  }

  /// The values that an argument can have, those of other arguments than the one at the cursor as well.
  func valueItems(_ parameter: ReferenceParameter) -> [CompletionItem] {
    switch parameter.value {
    case .databaseName:
      parameter.name == "map" ? constraintNameItems() : mappedNameItems()
    case .clientName: clientNameItems()
    case .relationName: relationNameItems()
    case .schemaName: schemaNameItems()
    case .text: []
    case .integer(let range): integerItems(parameter, range)
    case .integerOrMax(let range):
      integerItems(parameter, range) + (isInQuotes ? [] : [item("Max", .value)])
    case .oneOf(let values): isInQuotes ? [] : values.map { item(String($0), .value) }
    case .boolean: booleanItems(parameter)
    case .sortOrder: sortOrderItems()
    case .defaultValue: defaultValueItems()
    case .indexFields, .scalarFields, .referencedFields: listItems(parameter)
    case .referentialAction: referentialActionItems(isUpdate: parameter.name == "onUpdate")
    case .indexMethod: indexMethodItems()
    case .operatorClass: []
    case .condition: conditionValueItems()
    }
  }

  private func elementItems(_ parameter: ReferenceParameter, in list: Level) -> [CompletionItem] {
    switch parameter.value {
    case .indexFields: indexFieldItems(list)
    case .scalarFields:
      attribute == "@relation" ? foreignKeyFieldItems(list) : shardKeyFieldItems(list)
    case .referencedFields: referencedFieldItems(list)
    case .defaultValue: defaultElementItems(list)
    default: []
    }
  }

  private func entryItems(_ parameter: ReferenceParameter) -> [CompletionItem] {
    switch parameter.value {
    case .indexFields: indexFieldArgumentItems(level: 2)
    default: []
    }
  }
}

extension CompletionRequest {
  /// What the attributes of a line stand on.
  fileprivate func owner(of field: TypedField?) -> AttributeReference.Place? {
    switch context.block?.kind {
    case .model:
      guard let field else { return .model }
      return field.isRelation ? .relationField : .scalarField
    case .view:
      guard let field else { return .view }
      return field.isRelation ? .relationField : .scalarField
    case .compositeType: return field == nil ? nil : .compositeField
    case .enumeration:
      return context.statement.attributes.first?.isBlock == true
        ? .enumeration : .enumValue
    default: return nil
    }
  }
}
