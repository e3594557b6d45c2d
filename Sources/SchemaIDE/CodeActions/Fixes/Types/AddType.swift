import Diagnostics
import SchemaModel
import SchemaParser

extension QuickFix {
  /// Adds a type to a field that has none: what its attributes, its relation, an enum of its name or else
  /// its own name tell of it.
  static let addType = QuickFix("Add a type", rules: ["field-missing-type"]) { context in
    guard let field = context.fieldSyntax, let name = field.name, context.joinedList == nil else {
      return []
    }
    return context.likelyTypes(of: field, called: name.text).map { type in
      context.fix("Add type `\(type)`") { edit in
        context.editor.insert(" \(type)", at: name.range.end, in: &edit)
      }
    }
  }
}

extension QuickFixContext {
  /// The types that a field may have, the likeliest first; none for a relation to nobody knows what.
  fileprivate func likelyTypes(of field: FieldSyntax, called name: String) -> [String] {
    func attribute(_ name: String) -> AttributeSyntax? {
      field.attributes.first { $0.path?.text == name }
    }
    if let relation = attribute("relation") {
      let key = model.flatMap { WrittenKey(relation, $0) }
      return key.map { modelsMeant(by: $0).map(\.name) } ?? []
    }
    let value = attribute("default")?.arguments.first {
      $0.name == nil || $0.name?.text == "value"
    }?.value
    let isList = value?.kind == .array
    for path in field.attributes.compactMap({ $0.path?.text }) {
      guard let dot = path.lastIndex(of: ".") else { continue }
      let native = connector.nativeType(named: String(path[dot...].dropFirst()))
      if let type = native?.scalars.first { return [type.name + (isList ? "[]" : "")] }
    }
    if attribute("updatedAt") != nil { return [ScalarType.dateTime.name] }
    if let type = typeOfForeignKey(name) { return [type] }
    if let value, let types = types(of: value, for: name) { return types }
    let enums = schema.enumerations.filter { isSame($0.name, name) }.map(\.name)
    return enums + [Self.typeByName(name)]
  }

  /// The types that take a default; nil when it tells nothing.
  private func types(of value: ExpressionSyntax, for name: String) -> [String]? {
    switch value.kind {
    case .array:
      // There are no lists of lists.
      guard let first = value.elements.first, first.kind != .array else { return nil }
      return types(of: first, for: name)?.map { $0 + "[]" }
    case .number: return [value.text.contains(".") ? "Float" : "Int"]
    case .constant:
      if ["true", "false"].contains(value.text) { return ["Boolean"] }
      let enums = schema.enumerations.filter { $0.hasValue(Name(value.text)) }.map(\.name)
      let own = enums.filter { isSame($0, name) }
      return enums.isEmpty ? nil : own.isEmpty ? Array(enums.prefix(3)) : own
    case .string:
      let text = value.stringValue ?? ""
      if let first = text.first, "{[".contains(first), connector.supports(.json) { return ["Json"] }
      return Self.typeByName(name) == "DateTime" && text.first?.isNumber == true
        ? ["DateTime"] : ["String"]
    case .functionCall:
      switch value.functionName {
      case "now": return ["DateTime"]
      case "autoincrement", "sequence": return [connector == .cockroachdb ? "BigInt" : "Int"]
      case "uuid", "cuid", "ulid", "nanoid", "auto": return ["String"]
      default: return nil
      }
    default: return nil
    }
  }

  /// The type of what a relation of the model refers to by a field of this name.
  private func typeOfForeignKey(_ name: String) -> String? {
    guard let model else { return nil }
    for field in model.relationFields.compactMap(model.field(at:)) {
      guard let related = field.type.modelID.flatMap({ schema.model($0) }),
        let attribute = RelationField(model: model, field: field, related: related).attribute
      else { continue }
      func names(_ argument: String) -> [String] {
        let value = attribute.arguments.first { $0.name?.text == argument }?.value
        return (value?.elements ?? []).map(\.text)
      }
      let references = names("references")
      guard let place = names("fields").firstIndex(of: name), references.indices.contains(place),
        let target = related.field(Name(references[place])), target.isScalar
      else { continue }
      return target.typeText + (field.arity == .optional ? "?" : "")
    }
    return nil
  }

  /// Whether two names differ in nothing but upper case and underscores.
  private func isSame(_ left: String, _ right: String) -> Bool {
    NameStyle.snake.styled(left) == NameStyle.snake.styled(right)
  }

  private static func typeByName(_ name: String) -> String {
    let words = NameStyle.snake.styled(name).split(separator: "_")
    switch (words.first ?? "", words.last ?? "") {
    case (_, "at"), (_, "date"): return "DateTime"
    case (_, "id"), (_, "count"): return "Int"
    case ("is", _), ("has", _): return "Boolean"
    default: return "String"
    }
  }
}
