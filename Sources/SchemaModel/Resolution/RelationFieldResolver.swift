import SchemaParser

extension ModelResolver {
  /// Resolves the attributes of a relation field.
  mutating func resolveRelationField(_ index: Int, related: BlockID) {
    var set = AttributeSet(
      block: block, member: declaration.fields[index].node, spare: &spareEntries)
    defer { set.release(to: &spareEntries) }
    if set.entries.isEmpty { return }
    let field = fields[index]
    if let node = set.takeSingle(.relation, problems: &problems) {
      withArguments(node) { resolver, arguments in
        resolver.fields[index].relation = resolver.relationAttribute(
          &arguments, field: field, related: related)
      }
    }
    let own = fields[index].relation?.fields.map { names($0.fields) } ?? ""
    if let node = set.takeSingle(.id, problems: &problems) {
      withArguments(node) { resolver, arguments in
        resolver.problems.append(
          Problem(.idOnRelationField, at: arguments.range, [field.name, own]))
        arguments.dropAll()
      }
    }
    if let node = set.takeSingle(.ignore, problems: &problems) {
      withArguments(node) { _, _ in }
      fields[index].isIgnored = true
    }
    if let node = set.takeSingle(.default, problems: &problems) {
      withArguments(node) { resolver, arguments in
        resolver.problems.append(
          Problem(.defaultOnRelationField, at: arguments.range, [field.name, resolver.modelName]))
        arguments.dropAll()
      }
    }
    if let node = set.takeSingle(.map, problems: &problems) {
      withArguments(node) { resolver, arguments in
        resolver.problems.append(
          Problem(.mapOnRelationField, at: arguments.range, [field.name, resolver.modelName]))
        if arguments.takeDefault("name", problems: &resolver.problems) == nil {
          arguments.reportMissing("name", problems: &resolver.problems)
        }
        arguments.dropAll()
      }
    }
    if let node = set.takeSingle(.unique, problems: &problems) {
      withArguments(node) { resolver, arguments in
        resolver.problems.append(
          Problem(.uniqueOnRelationField, at: arguments.range, [field.name, own]))
        arguments.dropAll()
      }
    }
    set.reportUnknown(place: "relation field", owner: field.name, problems: &problems)
  }

  private mutating func relationAttribute(
    _ arguments: inout AttributeArguments, field: Field, related: BlockID
  ) -> RelationAttribute {
    var fieldList: RelationAttribute.FieldList?
    if let entry = arguments.take("fields") {
      let list = ownFields(
        entry, arguments: arguments,
        reports: .init(
          unknown: .relationFieldsUnknown, relation: .relationFieldsNotScalar,
          duplicate: .relationFieldsDuplicate, isRelationAtValue: true, owner: field.name))
      fieldList = .init(range: arguments.argumentRange(entry), fields: list ?? [])
    }
    var references: RelationAttribute.ReferenceList?
    if let entry = arguments.take("references") {
      let list = referencedFields(entry, arguments: arguments, field: field, related: related)
      references = .init(range: arguments.argumentRange(entry), fields: list ?? [])
    }
    let onDelete = action("onDelete", &arguments)
    let onUpdate = action("onUpdate", &arguments)
    var map: NamedArgument?
    if let entry = arguments.take("map"),
      let value = arguments.string(entry, problems: &problems)
    {
      if value.isEmpty {
        problems.append(Problem(.relationMapEmpty, at: arguments.range, [field.name]))
      } else {
        map = NamedArgument(value: value, range: arguments.argumentRange(entry))
      }
    }
    return RelationAttribute(
      range: arguments.range, name: relationName(&arguments, field: field), fields: fieldList,
      references: references, onDelete: onDelete, onUpdate: onUpdate, map: map)
  }

  /// The name, unnamed or as `name`; given both ways the relation has none.
  private mutating func relationName(
    _ arguments: inout AttributeArguments, field: Field
  ) -> SchemaName? {
    let named = arguments.take("name")
    let unnamed = arguments.takeUnnamed()
    if named != nil && unnamed != nil { return nil }
    guard let entry = named ?? unnamed,
      let value = arguments.string(entry, problems: &problems),
      let expression = arguments.expression(entry)
    else { return nil }
    if value.isEmpty {
      problems.append(Problem(.relationNameEmpty, at: arguments.range, [field.name]))
    }
    return SchemaName(value: value, range: expression.range)
  }

  private mutating func action(
    _ name: StaticString, _ arguments: inout AttributeArguments
  ) -> RelationAttribute.Action? {
    guard let entry = arguments.take(name),
      let constant = arguments.constant(entry, problems: &problems)
    else { return nil }
    guard let action = ReferentialAction(rawValue: constant.text) else {
      problems.append(
        Problem(.relationActionUnknown, at: constant.range, [constant.text, name.description]))
      return nil
    }
    return .init(
      action: action, range: arguments.argumentRange(entry), valueRange: constant.range)
  }

  private mutating func referencedFields(
    _ entry: AttributeArguments.Entry, arguments: AttributeArguments, field: Field,
    related: BlockID
  ) -> [Identifier]? {
    guard let value = arguments.expression(entry), let elements = constants(value),
      let target = context.declarations[related.index]
    else { return nil }
    var list: [Identifier] = []
    var seen = SeenNames()
    var unknown: [String] = []
    var relations: [String] = []
    for element in elements {
      let name = block.name(element.range)
      let kind = context.fieldKind(name, in: related)
      dependencies.append(Dependency(model: related, field: name, kind: kind))
      switch kind {
      case .unknown: unknown.append(element.text)
      case .relation: relations.append(element.text)
      case .scalar:
        if !seen.insert(name) {
          problems.append(
            Problem(
              .relationReferencesDuplicate, at: arguments.range, [element.text, field.name]))
          return nil
        }
        list.append(Identifier(text: element.text, name: name, range: element.range))
      }
    }
    if !unknown.isEmpty {
      problems.append(
        Problem(
          .relationReferencesUnknown, at: arguments.range,
          [unknown.joined(separator: ", "), target.identifier.text], relatedBlock: related))
    }
    if !relations.isEmpty {
      problems.append(
        Problem(
          .relationReferencesNotScalar, at: arguments.range,
          [relations.joined(separator: ", "), target.identifier.text], relatedBlock: related))
    }
    return unknown.isEmpty && relations.isEmpty ? list : nil
  }
}
