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
    let types = types(for: scalar, isIndexed: isIndexed)
    if let arguments = writtenArguments {
      // What is in the parentheses stays, and has to fit.
      return types.filter { type in
        type.arguments(arguments).map { type.violatedLimit($0, on: scalar) == nil } ?? false
      }.map { item($0, text: nil, signature: nil) }
    }
    let usual = connector.defaultNativeType(of: scalar)
    return types.flatMap { type in
      forms(of: type, on: scalar).filter {
        !isIndexed || $0.signature != Self.maximum || connector != .sqlserver
      }.map { form in
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

  /// The native types that go with a built-in type, in their order, each as it can be written without
  /// further thought.
  func nativeTypeTexts(for scalar: ScalarType, _ field: FieldLine) -> [String] {
    types(for: scalar, isIndexed: isIndexed(field)).compactMap {
      forms(of: $0, on: scalar).first?.text.plain
    }
  }

  private func types(for scalar: ScalarType, isIndexed: Bool) -> [NativeType] {
    connector.nativeTypes.filter { type in
      type.scalars.contains(scalar)
        && (!isIndexed || connector.indexObstacle(nativeType: type.name, arguments: []) == nil)
    }
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
