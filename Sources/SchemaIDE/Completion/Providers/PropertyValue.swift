import SchemaModel
import SchemaParser

/// Values of properties.
extension CompletionRequest {
  func propertyValueItems(_ place: PropertyPlace) -> [CompletionItem] {
    valueItems(at: place) + otherPropertyItems(besides: place.key)
  }

  private func valueItems(at place: PropertyPlace) -> [CompletionItem] {
    let property = property(place.key)
    if let property, !isAvailable(property.entry) { return [] }
    if place.isInVariable(context) { return variableItems(place.key) }
    guard let property else { return [] }
    let items = valueItems(property, place)
    // The models have to fit another database, and to name their schema.
    guard context.block?.kind == .datasource,
      ["provider", "relationMode", "schemas"].contains(property.name),
      schema.dataTypeCount > 0
    else { return items }
    return items.map { item in
      var item = item
      item.needsMore = true
      return item
    }
  }

  private func valueItems(
    _ property: PropertyReference, _ place: PropertyPlace
  ) -> [CompletionItem] {
    guard let bracket = place.call.brackets.last.map({ context.statement.brackets[$0] }) else {
      return wholeValueItems(property)
    }
    switch property.value {
    case .strings, .previewFeatures:
      return bracket.kind == .list ? elementItems(property, place) : []
    case .extensions:
      return bracket.kind == .list ? extensionItems(place) : extensionArgumentItems(place)
    default: return []
    }
  }

  /// The property that is written; in a generator that does not have it, that of one that does.
  private func property(_ key: String) -> PropertyReference? {
    guard let block = context.block else { return nil }
    if let own = properties(of: block).first(where: { $0.name == key }) { return own }
    if block.kind == .datasource { return nil }
    return LanguageReference.generatorProviders.lazy.compactMap {
      LanguageReference.generatorProperty(key, provider: $0.name)
    }.first
  }

  // MARK: Whole values

  private func wholeValueItems(_ property: PropertyReference) -> [CompletionItem] {
    let isQuoted = context.word.quotes != .none
    switch property.value {
    case .choice:
      let values = values(of: property).map(\.name)
      return values.map { string($0, of: property) } + (values.contains("") ? [] : ownStringItem)
    case .string: return ownStringItem
    case .stringOrVariable:
      if isQuoted { return property.name == "output" ? outputItems : [] }
      let variable = Self.usualVariables[property.name] ?? ""
      var items: [CompletionItem] = property.name == "output" ? outputItems : []
      items.append(
        CompletionItem(
          "env", .function, text: "env(\"\(stop: variable)\")", signature: "(\"…\")",
          subject: .function("env")))
      return items + ownStringItem
    case .strings, .previewFeatures:
      let names =
        property.value.isPreviewFeatures
        ? previewFeatures(besides: []) : names(of: property)
      if isQuoted { return names.map { asList($0) } + [asList(nil)] }
      return [
        CompletionItem(
          "[]", .value, text: names.isEmpty ? "[\"\(stop: "")\"]" : "[\"\(choice: names)\"]")
      ]
    case .extensions:
      return isQuoted
        ? [] : [CompletionItem("[]", .value, text: "[\(choice: Self.extensions.map(\.name))]")]
    case .integer: return isQuoted ? [] : ["5", "-1"].map { CompletionItem($0, .value) }
    case .boolean: return isQuoted ? [] : ["true", "false"].map { CompletionItem($0, .value) }
    }
  }

  /// A string where a list belongs, with the brackets around it.
  ///
  /// - Parameter name: what the string says, nil for what is typed.
  private func asList(_ name: String?) -> CompletionItem {
    let range = context.word.range
    var item =
      name.map { CompletionItem($0, .value, text: quoted($0), detail: "as a list") }
      ?? CompletionItem(
        "[\"\"]", .value, text: "\(stop: context.statement.text(range))" + quoted(""),
        detail: "as a list", rank: .last)
    if name == nil { item.replaced = range }
    let isClosed = context.word.quotes == .inside(isClosed: true)
    item.additionalEdits = [
      TextEdit(range: TextRange(range.start - 1, range.start - 1), replacement: "[")
    ]
    if isClosed {
      item.additionalEdits.append(
        TextEdit(range: TextRange(range.end + 1, range.end + 1), replacement: "]"))
    } else {
      item.text = item.text + "]"
    }
    return item
  }

  private func values(of property: PropertyReference) -> [ReferenceEntry] {
    property.values.filter(isAvailable)
  }

  /// A string as it has to be written at the cursor.
  private func string(
    _ value: String, of property: PropertyReference
  ) -> CompletionItem {
    var item = CompletionItem(
      value, .value, text: quoted(value), subject: .value(value, of: property.name))
    if value.isEmpty { item.label = "\"\"" }
    return item
  }

  /// Quotes for a text of the user's own.
  private var ownStringItem: [CompletionItem] {
    if context.word.quotes != .none { return [] }
    return [CompletionItem("\"\"", .text, text: "\"\(stop: "")\"", rank: .last)]
  }

  private var outputItems: [CompletionItem] {
    [CompletionItem("../generated/prisma", .value, text: quoted("../generated/prisma"))]
  }

  // MARK: Lists

  /// The strings in the list around the cursor, without the one at the cursor.
  private func listed(_ place: PropertyPlace) -> Set<String> {
    guard let bracket = place.call.brackets.last, let own = place.call.entries.last else {
      return []
    }
    let entries = context.statement.brackets[bracket].entries
    return Set(
      entries.indices.filter { $0 != own }.map { index in
        context.statement.text(entries[index]).filter { $0 != "\"" }
      })
  }

  private func elementItems(
    _ property: PropertyReference, _ place: PropertyPlace
  ) -> [CompletionItem] {
    let listed = listed(place)
    if property.value.isPreviewFeatures {
      return previewFeatures(besides: listed).map {
        CompletionItem($0, .value, text: quoted($0), subject: .previewFeature($0))
      } + ownStringItem
    }
    return names(of: property).filter { !listed.contains($0) }.map { string($0, of: property) }
      + ownStringItem
  }

  /// The names that a list can hold.
  private func names(of property: PropertyReference) -> [String] {
    property.name == "schemas" ? schemaNames : values(of: property).map(\.name)
  }

  /// The schemas that `@@schema` names, then the one that every database has.
  private var schemaNames: [String] {
    var names: [String] = []
    schema.forEachDataType { _, _, id in
      let name =
        schema.model(id)?.schema?.value ?? schema.enumeration(id)?.schema?.value
      if let name, !names.contains(name) { names.append(name) }
      return names.count < 100
    }
    let usual = connector == .sqlserver ? "dbo" : "public"
    return names.contains(usual) ? names : names + [usual]
  }

  // MARK: Extensions

  private func extensionItems(_ place: PropertyPlace) -> [CompletionItem] {
    if context.word.quotes != .none { return [] }
    let listed = Set(listed(place).map { String($0.prefix { $0 != "(" }) })
    let isCall = isFollowed(by: ["("])
    return Self.extensions.filter { !listed.contains($0.name) }.map { name, text in
      CompletionItem(name, .value, text: isCall ? nil : CompletionText(text))
    }
  }

  private func extensionArgumentItems(_ place: PropertyPlace) -> [CompletionItem] {
    guard place.call.isName, let bracket = place.call.brackets.last else { return [] }
    let named = context.statement.brackets[bracket].entries.compactMap(\.name)
    let hasValue = isFollowed(by: [":"])
    return LanguageReference.extensionParameters.filter { !named.contains($0.name) }.map {
      CompletionItem(
        $0.name, .argument, text: hasValue ? nil : "\($0.name): \"\(stop: "")\"",
        detail: $0.value.typeName)
    }
  }

  // MARK: Variables

  /// The names of variables in `env("…")`: those that are known, then those that are usual.
  private func variableItems(_ key: String) -> [CompletionItem] {
    var names = environment.variables()
    for usual in [Self.usualVariables[key]] + Self.usualVariables.values.sorted() {
      if let usual, !names.contains(usual) { names.append(usual) }
    }
    let best = Self.usualVariables[key]
    return names.map { name in
      CompletionItem(
        name, .variable, text: quoted(name),
        rank: name == best ? .first : name.hasSuffix("_URL") ? .likely : .usual)
    }
  }
}

extension PropertyPlace {
  /// Whether the cursor is between the parentheses of `env`.
  fileprivate func isInVariable(_ context: CompletionContext) -> Bool {
    call.brackets.last.map { context.statement.brackets[$0].callee == "env" } ?? false
  }
}

extension PropertyReference.Value {
  /// Whether it is a list of preview features.
  fileprivate var isPreviewFeatures: Bool {
    if case .previewFeatures = self { true } else { false }
  }
}
