import SchemaModel
import SchemaParser

extension HoverPlace {
  /// The name of an attribute.
  func attributeHover(_ node: Syntax) -> Hover? {
    guard let attribute = AttributeSyntax(node), let path = attribute.path,
      cursor.blockOffset <= path.range.end
    else { return nil }
    let range = TextRange(node.range.start, path.range.end)
    let name = path.text
    if let dot = name.firstIndex(of: ".") {
      let prefixEnd = path.range.start + name[..<dot].utf8.count
      if cursor.blockOffset < prefixEnd, let hover = symbolHover { return hover }
      return nativeTypeHover(
        String(name[name.index(after: dot)...]), prefix: String(name[..<dot]), attribute,
        at: TextRange(range.start, path.range.end))
    }
    let title = (node.kind == .attribute ? "@" : "@@") + name
    guard let reference = LanguageReference.attribute(title) else { return nil }
    var text = MarkdownText()
    text.addCode(signature(of: reference, node).label)
    text.add(reference.entry.summary)
    text.addList(facts(attribute))
    text.add(reference.entry.body)
    return hover(text, at: range)
  }

  /// How an attribute is called at its place.
  func signature(of reference: AttributeReference, _ node: Syntax) -> ReferenceSignature {
    let place = attributePlace(node) ?? reference.places.first ?? .scalarField
    return reference.signature(at: place, in: configuration)
  }

  /// What an attribute stands on.
  func attributePlace(_ node: Syntax) -> AttributeReference.Place? {
    guard let declaration = cursor.block.declaration else { return nil }
    let kind = cursor.block.nodes[declaration].kind
    if node.kind == .blockAttribute {
      return switch kind {
      case .model: .model
      case .view: .view
      case .enumeration: .enumeration
      default: nil
      }
    }
    if kind == .enumeration { return .enumValue }
    if kind == .compositeType { return .compositeField }
    guard let name = cursor.innermost(.field).flatMap({ FieldSyntax($0)?.type?.name }),
      let target = schema.dataType(at: name.range, in: cursor.block)
    else { return .scalarField }
    return schema.model(target) == nil ? .scalarField : .relationField
  }

  /// What an attribute leaves unsaid here: the name of its constraint, the actions of its relation.
  private func facts(_ attribute: AttributeSyntax) -> [String] {
    guard let model = cursor.declaration.flatMap({ schema.model($0) }) else { return [] }
    let named: (name: String, isGiven: Bool)?
    var facts: [String] = []
    if let key = model.primaryKey, key.range == attribute.range {
      named = schema.constraintName(ofPrimaryKey: key, in: model)
    } else if let index = model.indexes.first(where: { $0.range == attribute.range }) {
      named = schema.constraintName(of: index, in: model)
    } else if let field = model.fields.first(where: { $0.relation?.range == attribute.range }) {
      named = schema.foreignKeyName(of: field, in: model)
      if let relation = schema.relation(of: field, in: model), relation.side.isForward {
        for (name, action) in [("onDelete", relation.onDelete), ("onUpdate", relation.onUpdate)] {
          if let action, action.isDefault {
            facts.append(
              "\(MarkdownText.code("\(name): \(action.action.rawValue)")) by default here")
          }
        }
      }
    } else if let field = model.fields.first(where: { $0.defaultValue?.range == attribute.range }),
      let value = field.defaultValue
    {
      named = schema.constraintName(ofDefault: value, of: field, in: model)
    } else {
      named = nil
    }
    if let named {
      facts.append(
        "Name in the database: \(MarkdownText.code(named.name))\(named.isGiven ? "" : " by default")"
      )
    }
    return facts
  }

  // MARK: Native types

  private func nativeTypeHover(
    _ name: String, prefix: String, _ attribute: AttributeSyntax, at range: TextRange
  ) -> Hover? {
    guard let reference = LanguageReference.nativeType(named: name, on: connector) else {
      return nil
    }
    let arguments = attribute.arguments.compactMap { $0.value?.text }
    var text = MarkdownText()
    text.addCode(reference.signature(prefix: prefix).label)
    text.add(reference.entry.summary)
    if !arguments.isEmpty {
      text.add("Here \(MarkdownText.code(reference.sqlType(arguments: arguments)))")
    }
    text.add(reference.entry.body)
    return hover(text, at: range)
  }
}
