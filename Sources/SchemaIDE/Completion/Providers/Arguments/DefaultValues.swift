import SchemaModel
import SchemaParser

/// Values of `@default` that fit the field.
extension ArgumentCompletion {
  func defaultValueItems() -> [CompletionItem] {
    guard let field, !field.isRelation else { return [] }
    if isInQuotes { return textDefaults(field) + defaultsInPlace(field) }
    let items = choices(field)
    if !isFollowedByParenthesis { return items }
    return items.filter { $0.kind == .function }.map { item in
      var item = item
      item.text = CompletionText(String(item.label.prefix { $0 != "(" }))
      return item
    }
  }

  /// What fits the field, with what some functions need besides.
  private func choices(_ field: TypedField) -> [CompletionItem] {
    let choices = DefaultChoices(request, field, isNamed: text(ofArgument: "map") != nil)
    return choices.items.compactMap { item in
      guard let needed = choices.attribute(neededBy: item) else { return item }
      guard let list = levels.first, list.bracket.isClosed else { return nil }
      var item = item
      let end = list.bracket.inside.end + 1
      item.additionalEdits = [
        TextEdit(range: TextRange(end, end), replacement: " " + needed)
      ]
      return item
    }
  }

  /// Defaults for the place of the one that the cursor is in or behind, whatever it is.
  func defaultsInPlace(_ field: TypedField) -> [CompletionItem] {
    guard attribute == "@default", !field.isRelation, !isFollowedByParenthesis,
      let outermost = levels.first,
      let entry = outermost.bracket.entries.first(where: { $0.name == nil || $0.name == "value" }),
      let value = scan.valueRange(entry), isOnOneLine(value)
    else { return [] }
    let isInside = value.start <= request.context.offset && request.context.offset <= value.end
    let before = isInside ? scan.text(TextRange(value.start, word.range.start)) : ""
    let isBehind = !isInside && isAloneBehind(entry, in: outermost)
    return choices(field).compactMap { item in
      // A free literal is typed, not chosen.
      if item.kind != .function, item.text.hasStops { return nil }
      var item = item
      item.rank = .elsewhere
      item.filterText = before + (item.filterText ?? item.label)
      item.detail = "in place of \(scan.text(value).prefix(40))"
      if isInside {
        item.replaced = value
        return item
      }
      let text = item.text.isUnfinished ? item.label : item.text.plain
      // With the comma that only this was typed behind.
      item.text = isBehind ? "" : CompletionText(scan.text(word.range))
      item.replaced = word.range
      let range = isBehind ? TextRange(value.start, word.range.start) : value
      item.additionalEdits.insert(TextEdit(range: range, replacement: text), at: 0)
      return item
    }
  }

  /// Whether the cursor's entry is the one behind another, and holds nothing but the word.
  private func isAloneBehind(_ entry: StatementScan.Entry, in list: Level) -> Bool {
    guard list.entryIndex > 0, list.entry.nameRange == nil, !isFollowedByColon,
      list.bracket.entries[list.entryIndex - 1].range == entry.range
    else { return false }
    return scan.tokens[list.entry.value].allSatisfy {
      word.range.start <= $0.range.start && $0.range.end <= word.range.end
    }
  }

  /// Functions for the default that stands before the cursor, at the place of another argument.
  func defaultsBehind(_ field: TypedField) -> [CompletionItem] {
    guard let outermost = levels.first, outermost.entryIndex > 0 else { return [] }
    return defaultsInPlace(field)
  }

  /// What can stand in the list of a default.
  func defaultElementItems(_ list: Level) -> [CompletionItem] {
    guard let field, field.isList else { return [] }
    if isInQuotes { return textDefaults(field) }
    let used = Set(otherNames(in: list))
    return DefaultChoices(request, field).elements.map { element in
      var element = element
      if used.contains(element.label) { element.rank = .last }
      return element
    }
  }

  /// What can stand between the quotes of a default.
  private func textDefaults(_ field: TypedField) -> [CompletionItem] {
    switch field.type {
    case .scalar(.json): [stringItem("{}", .value), stringItem("[]", .value)]
    case .scalar(.dateTime):
      [stringItem("2000-01-01T00:00:00Z", .value, detail: "date and time with time zone")]
    case .scalar(.decimal): [stringItem("0.00", .value)]
    default: []
    }
  }

  // MARK: Arguments of functions

  /// What stands in the parentheses of a function.
  func functionArgumentItems(_ call: Level) -> [CompletionItem] {
    guard levels.count == 2,
      let function = LanguageReference.function(call.bracket.callee)
    else { return [] }
    return ownArgumentItems(of: function, call) + (field.map(defaultsInPlace) ?? [])
  }

  private func ownArgumentItems(
    of function: FunctionReference, _ call: Level
  ) -> [CompletionItem] {
    if function.name == "dbgenerated" { return databaseExpressions() }
    if function.name == "raw" { return [] }
    let parameters = function.signature(in: configuration).parameters
    if let name = call.entry.name, !place.call.isName {
      guard let parameter = parameters.first(where: { $0.name == name }) else { return [] }
      return argumentValues(parameter)
    }
    if isInQuotes { return [] }
    if let unnamed = parameters.first(where: \.isUnnamed) {
      return call.entryIndex == 0 ? argumentValues(unnamed) : []
    }
    let given = Set(
      call.bracket.entries.enumerated().filter { $0.offset != call.entryIndex }
        .compactMap(\.element.name))
    return parameters.filter { !given.contains($0.name) }.map { parameter in
      item(
        parameter.name, .argument,
        text: isFollowedByColon
          ? CompletionText(parameter.name)
          : "\(parameter.name): \(choice(of: argumentValues(parameter)))",
        detail: parameter.value.typeName)
    }
  }

  private func argumentValues(_ parameter: ReferenceParameter) -> [CompletionItem] {
    if isInQuotes { return [] }
    switch parameter.value {
    case .oneOf(let values): return values.map { item(String($0), .value) }
    case .boolean: return ["true", "false"].map { item($0, .value) }
    case .integer(let range): return numbers(for: parameter.name, range)
    default: return []
    }
  }

  private func numbers(for name: String, _ range: ClosedRange<Int>) -> [CompletionItem] {
    let numbers = name == "length" ? [21, 10, 16, 32] : [1, 10, 100]
    return numbers.filter(range.contains).map { item(String($0), .value) }
  }

  /// Expressions that databases are often asked for.
  private func databaseExpressions() -> [CompletionItem] {
    guard let field, levels[1].entryIndex == 0, place.call.isName || isInQuotes else { return [] }
    return Self.expressions(for: field, on: connector).map { stringItem($0, .value) }
  }

  private static func expressions(for field: TypedField, on connector: Connector) -> [String] {
    switch (connector, field.type.scalar) {
    case (.postgresql, .string): ["gen_random_uuid()"]
    case (.cockroachdb, .string): ["gen_random_uuid()"]
    case (.cockroachdb, .bigInt): ["unique_rowid()"]
    case (.mysql, .string): ["(uuid())"]
    case (.mysql, .json): ["(json_object())", "(json_array())"]
    case (.sqlite, .string): ["(lower(hex(randomblob(16))))"]
    case (.sqlserver, .string): ["newid()", "newsequentialid()"]
    case (.sqlserver, .dateTime): ["sysutcdatetime()", "sysdatetimeoffset()"]
    case (.postgresql, .dateTime), (.cockroachdb, .dateTime), (.sqlite, .dateTime):
      ["CURRENT_TIMESTAMP"]
    case (.mysql, .dateTime): ["CURRENT_TIMESTAMP(3)"]
    case (.postgresql, .json), (.cockroachdb, .json): ["'{}'::jsonb", "'[]'::jsonb"]
    default: []
    }
  }
}
