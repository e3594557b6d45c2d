import SchemaModel
import SchemaParser

/// Types of the database that fit the field.
extension CompletionRequest {
  func nativeTypeItems(_ field: FieldLine, prefix: String) -> [CompletionItem] {
    guard configuration.datasource?.identifier.text == prefix else {
      return attributeItems(inPlaceOf: prefix, field)
    }
    guard let scalar = type(of: field).scalar else { return [] }
    let isIndexed = isIndexed(field)
    let types = types(for: scalar, field)
    if let arguments = writtenArguments {
      // What is in the parentheses stays, and has to fit.
      return types.filter { type in
        type.arguments(arguments).map { type.violatedLimit($0, on: scalar) == nil } ?? false
      }.map { item($0, text: nil, signature: nil) }
    }
    let usual = connector.defaultNativeType(of: scalar)
    let key = typeOfKey(field, scalar)
    return (key.map { [keyItem($0)] } ?? [])
      + types.flatMap { type in
        forms(of: type, on: scalar).filter {
          !isIndexed || $0.signature != Self.maximum || connector != .sqlserver
        }.filter { $0.text.plain != key?.text }.map { form in
          var item = item(type, text: form.text, signature: form.signature)
          if form.text.plain == usual { item.detail = "default" }
          if form.signature != nil, type.parameters != .length { item.rank = .rare }
          return item
        }
      }
  }

  /// Attributes in place of one whose prefix means nothing.
  private func attributeItems(inPlaceOf prefix: String, _ field: FieldLine) -> [CompletionItem] {
    guard
      let written = context.statement.attributes.last(where: {
        $0.nameRange.start < context.offset && context.offset <= $0.nameRange.end
      }), written.arguments == nil
    else { return [] }
    return fieldAttributeItems(field).map { item in
      var item = item
      item.replaced = written.nameRange
      item.filterText = "@\(prefix)." + (item.filterText ?? item.label).drop { $0 == "@" }
      return item
    }
  }

  private static let maximum = "(Max)"

  /// Whether the field is in a key or index that compares its values.
  private func isIndexed(_ field: FieldLine) -> Bool {
    if field.has("id") || field.has("unique") { return true }
    guard let model, let index = model.fieldIndex(Name(field.name)) else { return false }
    let indexes = model.indexes.filter { $0.kind != .fulltext }
    let entries = (model.primaryKey?.fields ?? []) + indexes.flatMap(\.fields)
    return entries.contains { $0.field == index }
  }

  private func item(
    _ type: NativeType, text: CompletionText?, signature: String?
  ) -> CompletionItem {
    CompletionItem(
      type.name, .nativeType, text: text, signature: signature,
      detail: LanguageReference.nativeType(named: type.name, on: connector)?.sqlType(arguments: []),
      subject: .nativeType(type.name))
  }

  /// The arguments that stand behind the word already, nil when there are no parentheses.
  private var writtenArguments: [String]? {
    guard isFollowed(by: ["("]),
      let bracket = context.statement.brackets.first(where: {
        $0.inside.start == context.word.range.end + 1
      })
    else { return nil }
    return bracket.entries.map { context.statement.text($0) }.filter { !$0.isEmpty }
  }

  /// The native types that go with a built-in type, the likeliest first, each as it can be written without
  /// further thought.
  func nativeTypeTexts(for scalar: ScalarType, _ field: FieldLine) -> [String] {
    let key = typeOfKey(field, scalar)
    return (key.map { [$0.text] } ?? [])
      + types(for: scalar, field).compactMap {
        forms(of: $0, on: scalar).first?.text.plain
      }.filter { $0 != key?.text }
  }

  private func types(for scalar: ScalarType, _ field: FieldLine) -> [NativeType] {
    let isIndexed = isIndexed(field)
    let types = connector.nativeTypes.filter { type in
      type.scalars.contains(scalar)
        && (!isIndexed || connector.indexObstacle(nativeType: type.name, arguments: []) == nil)
    }
    // Those that the schema has most, then those that everybody has, then as they come.
    var uses: [String: Int] = [:]
    for model in schema.sampleOfModels {
      for other in model.fields where other.type == .scalar(scalar) {
        if let native = other.nativeType { uses[native.name, default: 0] += 1 }
      }
    }
    func place(_ type: NativeType) -> (Int, Int) {
      (-uses[type.name, default: 0], Self.usualTypes.firstIndex(of: type.name) ?? .max)
    }
    return types.enumerated().sorted { left, right in
      let (one, other) = (place(left.element), place(right.element))
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }

  /// The types that are used most, of all databases.
  private static let usualTypes = [
    "VarChar", "NVarChar", "String", "Text", "Uuid", "UniqueIdentifier", "Char", "ObjectId",
    "Timestamptz", "DateTime2", "DateTime", "Timestamp", "DateTimeOffset", "Date", "Integer", "Int",
    "Int4", "SmallInt", "Decimal", "JsonB",
  ]

  // MARK: Foreign keys

  /// The native type of a key.
  private struct KeyType {
    /// Without its arguments.
    let name: String
    /// As it is written behind `@db.`.
    let text: String
    /// The key, as `Model.field`.
    let key: String
  }

  /// The native type of what the field refers to, which it needs too; nil when that has none.
  private func typeOfKey(_ field: FieldLine, _ scalar: ScalarType) -> KeyType? {
    guard let key = referencedKey(of: field.name), key.target.type == .scalar(scalar),
      let native = key.target.nativeType
    else { return nil }
    let arguments = native.arguments.map(\.text)
    return KeyType(
      name: native.name,
      text: native.name + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))"),
      key: "\(key.related.name).\(key.target.name)")
  }

  /// Whether the field needs the native type of what it refers to.
  func hasTypeOfKey(_ field: FieldLine) -> Bool {
    type(of: field).scalar.flatMap { typeOfKey(field, $0) } != nil
  }

  private func keyItem(_ key: KeyType) -> CompletionItem {
    var item = CompletionItem(
      key.text, .nativeType, detail: "as \(key.key)", subject: .nativeType(key.name), rank: .first)
    item.isPreselected = true
    return item
  }

  /// How a type can be written, the simplest form first; with its arguments in words.
  private func forms(
    of type: NativeType, on scalar: ScalarType
  ) -> [(text: CompletionText, signature: String?)] {
    let plain: (CompletionText, String?) = (CompletionText(type.name), nil)
    switch type.parameters {
    case .none: return [plain]
    case .length: return [withLength(type, scalar)]
    case .optionalLength: return [plain, withLength(type, scalar)]
    case .lengthOrMax:
      return [
        plain, withLength(type, scalar),
        (CompletionText("\(type.name)\(Self.maximum)"), Self.maximum),
      ]
    case .precisionAndScale:
      return [
        plain,
        ("\(type.name)(\(stop: "10"), \(stop: "2"))", "(precision, scale)"),
      ]
    }
  }

  private func withLength(
    _ type: NativeType, _ scalar: ScalarType
  ) -> (CompletionText, String?) {
    let range = type.limits.compactMap { limit -> ClosedRange<UInt32>? in
      switch limit {
      case .length(let range): range
      case .lengthOn(let limited, let range): limited == scalar ? range : nil
      default: nil
      }
    }.reduce(nil as ClosedRange<UInt32>?) { $0.map($1.clamped) ?? $1 }
    let words = range.map { range in
      range.upperBound == .max
        ? "(\(range.lowerBound) or more)" : "(\(range.lowerBound) to \(range.upperBound))"
    }
    let usual: UInt32 =
      switch type.name {
      case "Bit", "VarBit": scalar == .boolean ? 1 : 8
      case "Float": 53
      default: scalar == .dateTime ? 3 : 255
      }
    let length = range.map { min(max(usual, $0.lowerBound), $0.upperBound) } ?? usual
    return ("\(type.name)(\(stop: String(length)))", words ?? "(length)")
  }
}
