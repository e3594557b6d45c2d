import SchemaModel
import SchemaParser

/// What `@default` of a field can say: offered in its parentheses, and together with the attribute.
struct DefaultChoices {
  private let request: CompletionRequest
  private let field: TypedField
  /// Whether the default has a name in the database.
  private let isNamed: Bool

  init(_ request: CompletionRequest, _ field: TypedField, isNamed: Bool = false) {
    self.request = request
    self.field = field
    self.isNamed = isNamed
  }

  private var connector: Connector { request.connector }
  private var isCompositeType: Bool { request.context.block?.kind == .compositeType }

  /// Values and functions, in any order of their ranks.
  var items: [CompletionItem] {
    if field.isList { return [emptyList] + elements.map { list(of: $0) } + databaseDefault }
    switch field.type {
    case .composite, .model: return []
    case .enumeration, .scalar, .unsupported, .unresolved:
      // The value of a foreign key is another row's: nothing can make it.
      let isForeignKey = request.referencedKey(of: field.name) != nil
      let made = isForeignKey ? [] : field.type.scalar.map(functions) ?? []
      return elements + made + databaseDefault
    }
  }

  /// Those that are likely, the likeliest first.
  var likely: [CompletionItem] {
    switch field.type {
    case .unresolved, .composite, .model: return []
    case .scalar, .enumeration, .unsupported: break
    }
    if field.isList { return field.type.isUnsupported ? [] : [emptyList] }
    return items.enumerated().filter { $0.element.rank < .rare }
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }

  // MARK: Functions that need more

  /// The attribute that a choice needs beside it, nil when it needs none: MongoDB's ids have a type of
  /// their own, and MySQL counts only what is in an index.
  func attribute(neededBy item: CompletionItem) -> String? {
    if item.label == Self.auto, field.nativeType == nil {
      return "@\(request.configuration.datasource?.identifier.text ?? "db").ObjectId"
    }
    return item.label == Self.autoincrement && !isIndexed ? "@unique" : nil
  }

  private static let auto = "auto()"
  private static let autoincrement = "autoincrement()"

  // MARK: Literals

  private var emptyList: CompletionItem {
    CompletionItem("[]", .value, text: "[\(end: ())]", detail: "empty list", rank: .first)
  }

  private func list(of element: CompletionItem) -> CompletionItem {
    // An element that has stops of its own says where the cursor ends.
    CompletionItem(
      "[\(element.label)]", element.kind,
      text: element.text.hasStops ? "[\(element.text)]" : "[\(element.text)\(end: ())]",
      subject: element.subject, rank: .likely)
  }

  /// Single values.
  var elements: [CompletionItem] {
    switch field.type {
    case .enumeration(let id):
      guard let type = request.schema.enumeration(id) else { return [] }
      return type.values.map { value in
        CompletionItem(
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
      ["false", "true"].map { CompletionItem($0, .value, rank: .first) }
    case .int, .bigInt: [CompletionItem("0", .value, text: "\(stop: "0")", rank: .likely)]
    case .float, .decimal: [CompletionItem("0", .value, text: "\(stop: "0")", rank: .first)]
    case .string: [CompletionItem("\"\"", .value, text: "\"\(end: ())\"", rank: .likely)]
    case .json: [json("{}"), json("[]")]
    case .bytes:
      [CompletionItem("\"\"", .value, text: "\"\(end: ())\"", detail: "base64", rank: .likely)]
    case .dateTime: []
    }
  }

  private func json(_ text: String) -> CompletionItem {
    var item = CompletionItem("\"\(text)\"", .value, rank: .first)
    item.filterText = text
    return item
  }

  // MARK: Functions

  private func functions(_ scalar: ScalarType) -> [CompletionItem] {
    switch scalar {
    case .int, .bigInt: counters(scalar)
    case .string: auto + identifiers
    case .dateTime: [function("now()", rank: .first)]
    case .bytes: auto
    case .float, .decimal, .boolean, .json: []
    }
  }

  private func function(
    _ label: String, text: CompletionText? = nil, detail: String? = nil,
    rank: CompletionItem.Rank
  ) -> CompletionItem {
    CompletionItem(
      label, .function, text: text, detail: detail,
      subject: .function(String(label.prefix { $0 != "(" })), rank: rank)
  }

  /// Identifiers that the client makes. Those that are no UUIDs do not go into a column of UUIDs.
  private var identifiers: [CompletionItem] {
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

  private var auto: [CompletionItem] {
    guard connector.supportsAutoFunction, !isCompositeType, field.line.has("id"),
      field.nativeType == nil || field.nativeType == "ObjectId"
    else { return [] }
    return [function(Self.auto, detail: "made by the database", rank: .first)]
  }

  /// Numbers that the database counts.
  private func counters(_ scalar: ScalarType) -> [CompletionItem] {
    if isCompositeType { return [] }
    let rank: CompletionItem.Rank = field.line.has("id") ? .first : .usual
    var items: [CompletionItem] = []
    if isAutoincrementPossible(scalar) {
      items.append(
        function(
          Self.autoincrement, detail: isIndexed ? nil : "with @unique, which it needs",
          rank: isIndexed ? rank : .rare))
    }
    if connector.supportsSequenceFunction {
      items.append(function("sequence()", text: "sequence(\(end: ()))", rank: rank))
    }
    return items
  }

  private func isAutoincrementPossible(_ scalar: ScalarType) -> Bool {
    guard connector.supportsAutoincrement, !isNamed else { return false }
    if connector == .cockroachdb, scalar == .int { return false }
    if !connector.supportsAutoincrementOutsideIds, !isWholeID { return false }
    if !isIndexed, field.isOptional || !request.canBeUnique(field.line, field.type) {
      return false
    }
    if connector.supportsSeveralAutoincrements { return true }
    let name = Name(field.name)
    return request.model?.fields.contains {
      $0.identifier.name != name && $0.defaultValue?.function == "autoincrement"
    } != true
  }

  /// Whether the field alone is the key.
  private var isWholeID: Bool {
    if field.line.has("id") { return true }
    guard let index = request.model?.fieldIndex(Name(field.name)) else { return false }
    return request.model?.primaryKey?.fields.map(\.field) == [index]
  }

  /// Whether the field is the first of an index, or need not be for the database to count it.
  private var isIndexed: Bool {
    if connector.supportsAutoincrementWithoutIndex || isWholeID || field.line.has("unique") {
      return true
    }
    guard let index = request.model?.fieldIndex(Name(field.name)) else { return false }
    return request.model?.primaryKey?.fields.first?.field == index
      || request.model?.indexes.contains { $0.fields.first?.field == index } == true
  }

  /// `dbgenerated("…")`
  private var databaseDefault: [CompletionItem] {
    guard connector != .mongodb, !isCompositeType else { return [] }
    let generated = function(
      "dbgenerated()", text: "dbgenerated(\"\(stop: "")\")", detail: "an expression in SQL",
      rank: field.type.isUnsupported ? .first : .rare)
    return [generated]
  }
}
