import SchemaParser

/// Resolves an enum.
struct EnumResolver {
  /// The enum and what is wrong with it.
  static func resolve(_ declaration: LoweredDeclaration, id: BlockID) -> (EnumType, [Problem]) {
    let block = declaration.block
    var problems: [Problem] = []
    if declaration.values.isEmpty {
      problems.append(Problem(.enumEmpty, at: declaration.range, [declaration.identifier.text]))
    }
    var values: [EnumValue] = []
    values.reserveCapacity(declaration.values.count)
    for value in declaration.values {
      var set = AttributeSet(block: block, member: value.node)
      var map: MappedName?
      if !set.entries.isEmpty {
        if let node = set.takeSingle(.map, problems: &problems) {
          map = MapResolver.resolve(block, attribute: node, problems: &problems)
        }
        set.reportUnknown(
          place: "enum value", owner: value.identifier.text, problems: &problems)
      }
      values.append(EnumValue(identifier: value.identifier, range: value.range, map: map))
    }
    var set = AttributeSet(block: block, blockAttributes: declaration.attributes)
    var map: MappedName?
    if let node = set.takeSingle(.map, problems: &problems) {
      map = MapResolver.resolve(block, attribute: node, problems: &problems)
    }
    var schema: SchemaName?
    if let node = set.takeSingle(.schema, problems: &problems) {
      var arguments = AttributeArguments(block: block, attribute: node, problems: &problems)
      if arguments.isUsable {
        schema = SchemaNameResolver.resolve(&arguments, problems: &problems)
        arguments.reportUnknown(problems: &problems)
      }
    }
    set.reportUnknown(place: "enum", owner: declaration.identifier.text, problems: &problems)
    let type = EnumType(
      id: id, block: block, identifier: declaration.identifier, range: declaration.range,
      values: values, map: map, schema: schema)
    return (type, problems)
  }
}

/// Reads `@map("…")` where nothing else hangs on it.
enum MapResolver {
  static func resolve(
    _ block: SyntaxBlock, attribute: Int, problems: inout [Problem]
  ) -> MappedName? {
    var arguments = AttributeArguments(block: block, attribute: attribute, problems: &problems)
    guard arguments.isUsable else { return nil }
    var map: MappedName?
    if let entry = arguments.takeDefault("name", problems: &problems) {
      map = arguments.string(entry, problems: &problems)
        .map { MappedName(value: $0, range: arguments.range) }
    } else {
      arguments.reportMissing("name", problems: &problems)
    }
    arguments.reportUnknown(problems: &problems)
    return map
  }
}

/// Resolves a composite type.
struct CompositeTypeResolver {
  /// The composite type and what is wrong with its attributes.
  static func resolve(
    _ declaration: LoweredDeclaration, id: BlockID, types: [FieldType], context: ResolutionContext
  ) -> (CompositeType, [Problem]) {
    let block = declaration.block
    let owner = declaration.identifier.text
    var problems: [Problem] = []
    var fields: [Field] = []
    fields.reserveCapacity(declaration.fields.count)
    var mappedNames: [Name: Int] = [:]
    var mapped: Set<Int> = []
    for (index, lowered) in declaration.fields.enumerated() {
      let field = Field(
        index: index, identifier: lowered.identifier, range: lowered.range,
        typeRange: lowered.typeRange, typeName: lowered.typeText,
        type: index < types.count ? types[index] : .unresolved, arity: lowered.arity)
      defer { fields.append(field) }
      // A field of an unknown type, or of a model, is reported already.
      guard field.isScalar else { continue }
      var set = AttributeSet(block: block, member: lowered.node)
      if set.entries.isEmpty { continue }
      if case .scalar = field.type {
        field.nativeType = NativeTypeResolver.take(from: &set, problems: &problems)
      }
      if let node = set.takeSingle(.map, problems: &problems),
        let map = MapResolver.resolve(block, attribute: node, problems: &problems)
      {
        field.map = map
        mapped.insert(index)
        let name = Name(map.value)
        if let earlier = mappedNames.updateValue(index, forKey: name) {
          problems.append(
            Problem(
              .mapDuplicateCompositeField, at: field.range, [map.value, field.name, owner],
              related: declaration.fields[earlier].range))
        }
        if let other = declaration.lookup[name], !mapped.contains(other) {
          problems.append(
            Problem(
              .mapClashesWithCompositeField, at: field.range, [map.value, field.name, owner],
              related: declaration.fields[other].range))
        }
      }
      if let node = set.takeSingle(.default, problems: &problems) {
        var arguments = AttributeArguments(block: block, attribute: node, problems: &problems)
        if arguments.isUsable {
          var defaults = DefaultResolver(
            context: context, field: field, owner: owner, isComposite: true)
          field.defaultValue = defaults.resolve(&arguments)
          problems += defaults.problems
          arguments.reportUnknown(problems: &problems)
        }
      }
      set.reportUnknown(place: "composite type field", owner: field.name, problems: &problems)
    }
    let type = CompositeType(
      id: id, block: block, identifier: declaration.identifier, range: declaration.range,
      fields: fields, lookup: declaration.lookup)
    return (type, problems)
  }
}
