import SchemaModel
import SchemaParser

/// Values of `@default` that fit the field.
extension ArgumentCompletion {
  func defaultValueItems() -> [CompletionItem] {
    guard let field, !field.isRelation else { return [] }
    if isInQuotes { return textDefaults(field) + defaultsInPlace(field) }
    if isFollowedByParenthesis {
      return defaultFunctions(field).filter { $0.kind == .function }
    }
    return unquotedDefaults(field)
  }

  private func unquotedDefaults(_ field: TypedField) -> [CompletionItem] {
    if field.isList {
      return [listDefault] + elements(field).map { list(of: $0) } + databaseDefault(field)
    }
    switch field.type {
    case .composite, .model: return []
    case .enumeration, .scalar, .unsupported, .unresolved:
      return elements(field) + defaultFunctions(field)
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
    return unquoted.unquotedDefaults(field).compactMap { item in
      // A free literal is typed, not chosen.
      if item.kind != .function, item.text.hasStops { return nil }
      var item = item
      item.rank = .last
      item.filterText = before + (item.filterText ?? item.label)
      item.detail = "in place of \(scan.text(value).prefix(40))"
      if isInside {
        item.replaced = value
        return item
      }
      let text = item.text.isUnfinished ? item.label : item.text.plain
      item.text = CompletionText(scan.text(word.range))
      item.replaced = word.range
      item.additionalEdits = [TextEdit(range: value, replacement: text)]
      return item
    }
  }

  /// Functions for the default that stands before the cursor, at the place of another argument.
  func defaultsBehind(_ field: TypedField) -> [CompletionItem] {
    guard let outermost = levels.first, outermost.entryIndex > 0 else { return [] }
    return defaultsInPlace(field)
  }

  private func defaultFunctions(_ field: TypedField) -> [CompletionItem] {
    if field.isList { return databaseDefault(field) }
    return (field.type.scalar.map { functions($0, field) } ?? []) + databaseDefault(field)
  }

  /// What can stand in the list of a default.
  func defaultElementItems(_ list: Level) -> [CompletionItem] {
    guard let field, field.isList else { return [] }
    if isInQuotes { return textDefaults(field) }
    let used = Set(otherNames(in: list))
    return elements(field).map { element in
      var element = element
      if used.contains(element.label) { element.rank = .last }
      return element
    }
  }

  // MARK: Literals

  private var listDefault: CompletionItem {
    item("[]", .value, text: "[\(end: ())]", detail: "empty list", rank: .first)
  }

  private func list(of element: CompletionItem) -> CompletionItem {
    item(
      "[\(element.label)]", element.kind, text: "[\(element.text)\(end: ())]",
      subject: element.subject, rank: .likely)
  }

  /// Single values.
  private func elements(_ field: TypedField) -> [CompletionItem] {
    switch field.type {
    case .enumeration(let id):
      guard let type = schema.enumeration(id) else { return [] }
      return type.values.map { value in
        item(
          value.identifier.text, .enumValue,
          subject: .member(value.identifier.text, of: type.name), rank: .first)
      }
    case .scalar(let scalar): return literals(scalar)
    case .composite, .model, .unsupported, .unresolved: return []
    }
  }

  private func literals(_ scalar: ScalarType) -> [CompletionItem] {
    switch scalar {
    case .boolean:
      ["false", "true"].map { item($0, .value, rank: .first) }
    case .int, .bigInt: [item("0", .value, text: "\(stop: "0")", rank: .likely)]
    case .float, .decimal: [item("0", .value, text: "\(stop: "0")", rank: .first)]
    case .string: [item("\"\"", .value, text: "\"\(end: ())\"", rank: .likely)]
    case .json: [stringItem("{}", .value, rank: .first), stringItem("[]", .value, rank: .first)]
    case .bytes: [item("\"\"", .value, text: "\"\(end: ())\"", detail: "base64", rank: .likely)]
    case .dateTime: []
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

  // MARK: Functions

  private func functions(_ scalar: ScalarType, _ field: TypedField) -> [CompletionItem] {
    switch scalar {
    case .int, .bigInt: counters(scalar, field)
    case .string: autoItems(field) + identifiers(field)
    case .dateTime: [function("now()", rank: .first)]
    case .bytes: autoItems(field)
    case .float, .decimal, .boolean, .json: []
    }
  }

  private func function(
    _ label: String, text: CompletionText? = nil, detail: String? = nil,
    rank: CompletionItem.Rank
  ) -> CompletionItem {
    let name = String(label.prefix { $0 != "(" })
    let text = isFollowedByParenthesis ? CompletionText(name) : text
    return item(label, .function, text: text, detail: detail, subject: .function(name), rank: rank)
  }

  /// Identifiers that the client makes. Those that are no UUIDs do not go into a column of UUIDs.
  private func identifiers(_ field: TypedField) -> [CompletionItem] {
    let isID = field.line.has("id")
    let isUUID = field.nativeType == "Uuid" || field.nativeType == "UniqueIdentifier"
    let rank: CompletionItem.Rank = isID ? .first : .usual
    let other: CompletionItem.Rank = isUUID ? .last : rank
    var items = [
      function("uuid()", detail: "version 4, random", rank: isUUID ? .first : rank),
      function("uuid(7)", detail: "sorted by time", rank: isUUID ? .first : rank),
      function("cuid()", rank: other), function("cuid(2)", rank: other),
      function("ulid()", detail: "26 characters, sorted by time", rank: other),
    ]
    if !isCompositeType {
      items.append(function("nanoid()", detail: "21 characters", rank: other))
      items.append(
        function(
          "nanoid(…)", text: "nanoid(\(stop: "21"))", detail: "with a length", rank: other))
    }
    return items
  }

  /// `auto()`, with the native type that it needs.
  private func autoItems(_ field: TypedField) -> [CompletionItem] {
    guard connector.supportsAutoFunction, !isCompositeType, field.line.has("id"),
      field.nativeType == nil || field.nativeType == "ObjectId"
    else { return [] }
    var auto = function("auto()", detail: "made by the database", rank: .first)
    if field.nativeType == nil {
      guard let list = levels.first, list.bracket.isClosed,
        let prefix = configuration.datasource?.identifier.text
      else { return [] }
      let end = list.bracket.inside.end + 1
      auto.additionalEdits = [
        TextEdit(range: TextRange(end, end), replacement: " @\(prefix).ObjectId")
      ]
    }
    return [auto]
  }

  /// Numbers that the database counts.
  private func counters(_ scalar: ScalarType, _ field: TypedField) -> [CompletionItem] {
    if isCompositeType { return [] }
    let rank: CompletionItem.Rank = field.line.has("id") ? .first : .usual
    var items: [CompletionItem] = []
    if isAutoincrementPossible(scalar, field) {
      items.append(function("autoincrement()", rank: rank))
    }
    if connector.supportsSequenceFunction {
      items.append(function("sequence()", text: "sequence(\(end: ()))", rank: rank))
    }
    return items
  }

  private func isAutoincrementPossible(_ scalar: ScalarType, _ field: TypedField) -> Bool {
    guard connector.supportsAutoincrement, text(ofArgument: "map") == nil else { return false }
    if connector == .cockroachdb, scalar == .int { return false }
    let name = Name(field.name)
    let index = model?.fieldIndex(name)
    let isWholeID =
      field.line.has("id")
      || index.map { model?.primaryKey?.fields.map(\.field) == [$0] } ?? false
    if !connector.supportsAutoincrementOutsideIds, !isWholeID { return false }
    if !connector.supportsAutoincrementWithoutIndex {
      let isIndexed =
        isWholeID || field.line.has("unique")
        || index.map { index in
          model?.primaryKey?.fields.first?.field == index
            || model?.indexes.contains { $0.fields.first?.field == index } ?? false
        } ?? false
      if !isIndexed { return false }
    }
    if !connector.supportsSeveralAutoincrements {
      let isTaken =
        model?.fields.contains {
          $0.identifier.name != name && $0.defaultValue?.function == "autoincrement"
        } ?? false
      if isTaken { return false }
    }
    return true
  }

  /// `dbgenerated("…")`
  private func databaseDefault(_ field: TypedField) -> [CompletionItem] {
    guard connector != .mongodb, !isCompositeType else { return [] }
    let generated = function(
      "dbgenerated()", text: "dbgenerated(\"\(stop: "")\")", detail: "an expression in SQL",
      rank: field.type.isUnsupported ? .first : .rare)
    return [generated]
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
