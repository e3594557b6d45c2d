import SchemaModel
import SchemaParser

/// Types of fields: those that go with the field's name first, each also with `?` and `[]`.
extension CompletionRequest {
  func fieldTypeItems(_ field: FieldLine) -> [CompletionItem] {
    // What is there stays: `String?` with another word before the mark.
    let allowsMarks = !isFollowed(by: ["?", "[", "!"])
    let isList = isFollowed(by: ["["])
    var items: [CompletionItem] = []
    let guesses = TypeGuess.types(forFieldNamed: field.name, in: self)
    for guess in guesses { items.append(item(guess, field)) }
    for type in Self.scalarsByUse where connector.supports(type) {
      if isList, !supportsLists(of: type) {
        items += singleItem(type, field)
        continue
      }
      if !guesses.contains(where: { $0.name == type.name && $0.mark == .none }) {
        items.append(scalarItem(type, .none))
      }
      if allowsMarks {
        items.append(scalarItem(type, .optional))
        if supportsLists(of: type) { items.append(scalarItem(type, .list)) }
      }
    }
    if connector == .sqlserver, !isList { items.append(textOfJSONItem) }
    items += declaredItems(allowsMarks: allowsMarks, besides: guesses).map { item in
      var item = item
      if item.needsMore, isColumn(field) { item.rank = .last }
      return item
    }
    items.append(
      CompletionItem(
        "Unsupported", .scalar, text: isFollowed(by: ["("]) ? nil : "Unsupported(\"\(stop: "")\")",
        signature: "(\"…\")", subject: .scalar("Unsupported"), rank: .last))
    return items
  }

  /// Whether a field has attributes that only what is kept in a column can have.
  private func isColumn(_ field: FieldLine) -> Bool {
    field.attributes.contains { $0.name != "relation" && $0.name != "ignore" }
  }

  /// What stands behind a type.
  enum TypeMark: String { case none = "", optional = "?", list = "[]" }

  /// The built-in types, the most used first.
  private static let scalarsByUse: [ScalarType] = [
    .string, .int, .boolean, .dateTime, .float, .decimal, .bigInt, .json, .bytes,
  ]

  private func supportsLists(of type: ScalarType) -> Bool {
    connector.supportsScalarLists && (type != .json || connector.supportsJsonLists)
  }

  private func scalarItem(_ type: ScalarType, _ mark: TypeMark) -> CompletionItem {
    CompletionItem(
      type.name + mark.rawValue, .scalar, detail: connector.defaultNativeType(of: type),
      subject: .scalar(type.name), rank: mark == .none ? .likely : .rare)
  }

  /// What SQL Server keeps JSON in.
  private var textOfJSONItem: CompletionItem {
    let prefix = configuration.datasource?.identifier.text ?? "db"
    return CompletionItem(
      "Json", .scalar, text: CompletionText(hasRest ? "String" : "String @\(prefix).NVarChar(Max)"),
      detail: "kept as text", subject: .scalar("String"), rank: .last)
  }

  /// A type without the brackets that stand behind it, where there are no lists of it.
  private func singleItem(_ type: ScalarType, _ field: FieldLine) -> [CompletionItem] {
    guard let range = field.typeRange ?? bracketsBehindWord else { return [] }
    var item = scalarItem(type, .none)
    item.replaced = TextRange(min(range.start, context.word.range.start), range.end)
    item.rank = .rare
    return [item]
  }

  /// `[]` directly behind the word.
  private var bracketsBehindWord: TextRange? {
    let next = context.statement.tokens.filter { $0.range.start >= context.word.range.end }.prefix(
      2)
    guard next.count == 2, next.allSatisfy({ $0.range.count == 1 }),
      next[next.startIndex].range.end == next[next.startIndex + 1].range.start
    else { return nil }
    return TextRange(context.word.range.end, next[next.startIndex + 1].range.end)
  }

  /// The type that the name of a field speaks for.
  private func item(_ guess: TypeGuess, _ field: FieldLine) -> CompletionItem {
    var item =
      if let scalar = ScalarType.allCases.first(where: { $0.name == guess.name }) {
        scalarItem(scalar, guess.mark)
      } else {
        declaredItem(
          guess.name, schema.dataType(named: Name(guess.name)).flatMap { schema.kind(of: $0) },
          guess.mark)
      }
    item.rank = .first
    item.isPreselected = true
    return item
  }

  // MARK: Declared types

  /// Whether so many types are declared that the list depends on what is typed.
  var hasManyTypes: Bool { schema.dataTypeCount > 50 }

  private func declaredItems(
    allowsMarks: Bool, besides guesses: [TypeGuess]
  ) -> [CompletionItem] {
    let isComposite = context.block?.kind == .compositeType
    var found: [(name: String, kind: SyntaxKind)] = []
    var rest: [(name: String, kind: SyntaxKind)] = []
    let limit = environment.limit
    let prefix = context.word.prefix
    // Where all can't be returned, only those that go with what is typed are looked for.
    let typed = schema.dataTypeCount > limit ? prefix : ""
    schema.forEachDataType { kind, identifier, _ in
      if isComposite && (kind == .model || kind == .view) { return true }
      switch identifier.text.match(typed) {
      case .none: break
      case .prefix: found.append((identifier.text, kind))
      case .letters: if rest.count < limit { rest.append((identifier.text, kind)) }
      }
      return found.count <= limit
    }
    found += rest.prefix(max(0, limit - found.count))
    return found.flatMap { name, kind in
      let hasMarks =
        allowsMarks && (!hasManyTypes || !prefix.isEmpty && name.match(prefix) == .prefix)
      var marks: [TypeMark] = hasMarks ? [.none, .optional] : [.none]
      let canList = kind != .enumeration || connector.supportsScalarLists
      if hasMarks, canList { marks.append(.list) }
      // A composite type can't hold itself without end.
      if isComposite, name == context.block?.name { marks.removeFirst() }
      return marks.filter { mark in !guesses.contains { $0.name == name && $0.mark == mark } }
        .map { declaredItem(name, kind, $0) }
    }
  }

  private func declaredItem(
    _ name: String, _ kind: SyntaxKind?, _ mark: TypeMark
  ) -> CompletionItem {
    var item = CompletionItem(
      name + mark.rawValue, .model, subject: .declaration(name),
      rank: mark == .none ? .usual : .rare)
    switch kind {
    case .enumeration:
      item.kind = .enumeration
      item.detail = "enum"
      if !connector.supportsEnums { item.rank = .last }
    case .compositeType:
      item.kind = .compositeType
      item.detail = "type"
    case .view:
      item.kind = .view
      item.detail = "view"
      item.needsMore = true
    default:
      item.detail = "model"
      item.needsMore = true
    }
    return item
  }
}

extension String {
  /// How a name goes with what is typed.
  enum Match { case none, prefix, letters }

  /// Whether the text begins with `typed`, or has its letters in their order, capitals or not.
  func match(_ typed: String) -> Match {
    if typed.isEmpty { return .prefix }
    var rest = typed.utf8.makeIterator()
    guard var next = rest.next() else { return .prefix }
    var isPrefix = true
    for byte in utf8 {
      if byte.lowercasedASCII == next.lowercasedASCII {
        guard let following = rest.next() else { return isPrefix ? .prefix : .letters }
        next = following
      } else {
        isPrefix = false
      }
    }
    return .none
  }
}

extension UInt8 {
  /// The small letter of an ASCII capital, any other byte as it is.
  fileprivate var lowercasedASCII: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
