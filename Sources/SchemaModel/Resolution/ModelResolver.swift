import SchemaParser

/// Resolves the attributes of one model or view: section 4.5 of the language.
struct ModelResolver {
  let context: ResolutionContext
  let id: BlockID
  let declaration: LoweredDeclaration
  let block: SyntaxBlock
  /// The types of the fields, in their order.
  let types: [FieldType]

  var problems: [Problem] = []
  var fields: [Field] = []
  /// What the resolution found in related models.
  var dependencies: [Dependency] = []

  /// The first `@id`, and all fields that have one.
  var fieldKey: PrimaryKey?
  var idFields: [Int] = []
  var fieldShardKey: ShardKey?
  var uniques: [Index] = []
  /// See ``AttributeSet/init(block:member:spare:)``.
  var spareEntries: [AttributeSet.Entry] = []
  /// The mapped names so far, with their fields.
  var mappedNames: [Name: Int] = [:]

  init(
    context: ResolutionContext, id: BlockID, declaration: LoweredDeclaration, types: [FieldType]
  ) {
    self.context = context
    self.id = id
    self.declaration = declaration
    self.types = types
    block = declaration.block
  }

  var modelName: String { declaration.identifier.text }
  var keyword: String { declaration.keyword }

  /// Resolves the whole declaration.
  mutating func resolve() -> Model {
    fields.reserveCapacity(declaration.fields.count)
    for (index, field) in declaration.fields.enumerated() {
      fields.append(
        Field(
          index: index, identifier: field.identifier, range: field.range,
          typeRange: field.typeRange, typeName: field.typeText,
          type: index < types.count ? types[index] : .unresolved, arity: field.arity))
    }
    for index in fields.indices {
      switch fields[index].type {
      case .model(let related): resolveRelationField(index, related: related)
      case .unresolved: break
      case .scalar, .enumeration, .composite, .unsupported: resolveScalarField(index)
      }
    }
    return resolveBlock()
  }

  // MARK: Scalar fields

  private mutating func resolveScalarField(_ index: Int) {
    var set = AttributeSet(
      block: block, member: declaration.fields[index].node, spare: &spareEntries)
    defer { set.release(to: &spareEntries) }
    if set.entries.isEmpty { return }
    if let node = set.takeSingle(.map, problems: &problems) {
      if let map = mappedName(node) {
        fields[index].map = map
        checkMap(map, of: index)
      }
    }
    if let node = set.takeSingle(.ignore, problems: &problems) {
      withArguments(node) { _, _ in }
      if fields[index].type.isUnsupported {
        problems.append(
          Problem(.ignoreOnUnsupported, at: set.range(node), [fields[index].name, modelName]))
      }
      fields[index].isIgnored = true
    }
    if let node = set.takeSingle(.relation, problems: &problems) {
      withArguments(node) { resolver, arguments in
        resolver.problems.append(
          Problem(
            .relationAttributeOnScalar, at: arguments.range,
            [resolver.fields[index].name, resolver.fields[index].typeName, resolver.modelName]))
      }
    }
    if let node = set.takeSingle(.id, problems: &problems) { resolveID(node, field: index) }
    if let node = set.takeSingle(.updatedAt, problems: &problems) {
      withArguments(node) { resolver, arguments in
        let field = resolver.fields[index]
        if field.type != .scalar(.dateTime) {
          resolver.problems.append(
            Problem(.updatedAtNotDatetime, at: arguments.range, [field.name, field.typeName]))
        }
        if field.arity == .list {
          resolver.problems.append(Problem(.updatedAtList, at: arguments.range, [field.name]))
        }
        resolver.fields[index].isUpdatedAt = true
      }
    }
    if let node = set.takeSingle(.default, problems: &problems) {
      withArguments(node) { resolver, arguments in
        var defaults = DefaultResolver(
          context: resolver.context, field: resolver.fields[index], owner: resolver.modelName,
          isComposite: false)
        resolver.fields[index].defaultValue = defaults.resolve(&arguments)
        resolver.problems += defaults.problems
      }
    }
    if case .scalar = fields[index].type {
      fields[index].nativeType = NativeTypeResolver.take(from: &set, problems: &problems)
    }
    if let node = set.takeSingle(.unique, problems: &problems) { resolveUnique(node, field: index) }
    if let node = set.takeSingle(.shardKey, problems: &problems) {
      withArguments(node) { resolver, arguments in
        if resolver.fieldShardKey != nil {
          resolver.problems.append(
            Problem(
              .shardKeyMultipleFields, at: resolver.declaration.range, [resolver.modelName]))
        } else {
          resolver.fieldShardKey = ShardKey(
            range: arguments.range, isBlockAttribute: false, fields: [index])
        }
      }
    }
    let keyword = keyword
    set.reportUnknown(place: "\(keyword) field", owner: fields[index].name, problems: &problems)
  }

  /// Runs `body` on the arguments of an attribute that can be processed, and reports what it leaves.
  mutating func withArguments(
    _ node: Int, _ body: (inout ModelResolver, inout AttributeArguments) -> Void
  ) {
    var arguments = AttributeArguments(block: block, attribute: node, problems: &problems)
    guard arguments.isUsable else { return }
    body(&self, &arguments)
    arguments.reportUnknown(problems: &problems)
  }

  /// The value of a `@map` or `@@map`.
  mutating func mappedName(_ node: Int) -> MappedName? {
    var map: MappedName?
    withArguments(node) { resolver, arguments in
      guard let entry = arguments.takeDefault("name", problems: &resolver.problems) else {
        arguments.reportMissing("name", problems: &resolver.problems)
        return
      }
      if let value = arguments.string(entry, problems: &resolver.problems) {
        map = MappedName(value: value, range: arguments.range)
      }
    }
    return map
  }

  private mutating func checkMap(_ map: MappedName, of index: Int) {
    let name = Name(map.value)
    let field = fields[index]
    if let earlier = mappedNames.updateValue(index, forKey: name) {
      // Behind the opening line of a block that swallowed this one's brace, the earlier field was meant
      // for another model: it is a field that is in the way, not a name given twice.
      problems.append(
        Problem(
          hasOpeningLine(between: earlier, and: index) ? .mapClashesWithField : .mapDuplicateField,
          at: field.range, [map.value, field.name, modelName],
          related: fields[earlier].range))
    }
    guard let other = declaration.lookup[name], other != index, fields[other].isScalar else {
      return
    }
    if other < index, let otherMap = fields[other].map, otherMap.value != map.value { return }
    problems.append(
      Problem(
        .mapClashesWithField, at: field.range, [map.value, field.name, modelName],
        related: fields[other].range))
  }

  /// Whether an invalid line with an opening brace stands between two fields.
  private func hasOpeningLine(between first: Int, and second: Int) -> Bool {
    var at = declaration.fields[first].node
    let end = declaration.fields[second].node
    while at < end {
      let node = block.nodes[at]
      if node.kind == .invalidMember,
        block.bytes[node.start..<min(node.end, block.bytes.count)].contains(UInt8(ascii: "{"))
      {
        return true
      }
      at = node.next
    }
    return false
  }

  private mutating func resolveID(_ node: Int, field index: Int) {
    let isFirst = idFields.isEmpty
    idFields.append(index)
    withArguments(node) { resolver, arguments in
      guard isFirst else {
        resolver.problems.append(
          Problem(
            .idMultipleFields, at: resolver.declaration.range,
            [
              resolver.modelName,
              resolver.names(Array(resolver.idFields.prefix(8))),
            ]
          ))
        return
      }
      let map = resolver.constraintMap(&arguments, empty: .idMapEmpty, values: [resolver.modelName])
      let entry = resolver.singleField(index, &arguments, sortProblem: .idSortInvalid)
      let isClustered = resolver.clustered(&arguments)
      resolver.fieldKey = PrimaryKey(
        range: arguments.range, isBlockAttribute: false, fields: [entry], name: nil, map: map,
        isClustered: isClustered)
    }
  }

  private mutating func resolveUnique(_ node: Int, field index: Int) {
    withArguments(node) { resolver, arguments in
      let map = resolver.constraintMap(
        &arguments, empty: .indexMapEmpty, values: ["@unique", resolver.modelName])
      let entry = resolver.singleField(index, &arguments, sortProblem: .uniqueSortInvalid)
      let isClustered = resolver.clustered(&arguments)
      let whereRange = resolver.resolveWhere(&arguments)
      resolver.uniques.append(
        Index(
          kind: .unique, ordinal: resolver.uniques.count, range: arguments.range,
          isBlockAttribute: false, fields: [entry], name: nil, map: map, method: nil,
          methodRange: nil, isClustered: isClustered, whereRange: whereRange))
    }
  }

  /// `map` of a key or index, which must not be empty.
  mutating func constraintMap(
    _ arguments: inout AttributeArguments, empty: Problem.Kind, values: [String]
  ) -> NamedArgument? {
    guard let entry = arguments.take("map"),
      let value = arguments.string(entry, problems: &problems)
    else { return nil }
    if value.isEmpty {
      problems.append(Problem(empty, at: arguments.range, values))
      return nil
    }
    return NamedArgument(value: value, range: arguments.argumentRange(entry))
  }

  mutating func clustered(_ arguments: inout AttributeArguments) -> Bool? {
    arguments.take("clustered").flatMap { arguments.boolean($0, problems: &problems) }
  }

  /// `length` and `sort` of `@id` and `@unique`.
  private mutating func singleField(
    _ index: Int, _ arguments: inout AttributeArguments, sortProblem: Problem.Kind
  ) -> IndexField {
    let length = arguments.take("length").flatMap { arguments.integer($0, problems: &problems) }
    var sort: IndexField.Sort?
    if let entry = arguments.take("sort"),
      let constant = arguments.constant(entry, problems: &problems)
    {
      sort = IndexField.Sort(rawValue: constant.text)
      if sort == nil { problems.append(Problem(sortProblem, at: arguments.range, [constant.text])) }
    }
    return IndexField(
      field: index, compositePath: [], sort: sort, length: length.flatMap { $0 < 0 ? nil : $0 },
      operatorClass: nil)
  }

  // MARK: The block

  private mutating func resolveBlock() -> Model {
    var set = AttributeSet(block: block, blockAttributes: declaration.attributes)
    var ignoreRange: TextRange?
    if let node = set.takeSingle(.ignore, problems: &problems) {
      withArguments(node) { resolver, arguments in
        for field in resolver.fields where field.isScalar && field.isIgnored {
          resolver.problems.append(
            Problem(.ignoreRedundant, at: field.range, [field.name, resolver.modelName]))
        }
        ignoreRange = arguments.range
      }
    }
    let isIgnored = ignoreRange != nil
    var primaryKey = fieldKey
    var hasBlockKey = false
    if let node = set.takeSingle(.id, problems: &problems) {
      if let key = resolveBlockID(node, isIgnored: isIgnored) {
        primaryKey = key
        hasBlockKey = true
      }
    }
    var map: MappedName?
    if let node = set.takeSingle(.map, problems: &problems) { map = mappedName(node) }
    var schema: SchemaName?
    if let node = set.takeSingle(.schema, problems: &problems) { schema = schemaName(node) }
    var indexes = uniques
    for kind in [AttributeKind.index, .unique, .fulltext] {
      for node in set.takeAll(kind) {
        if let index = resolveIndex(node, kind: kind, ordinal: indexes.count) {
          indexes.append(index)
        }
      }
    }
    var shardKey = fieldShardKey
    if let node = set.takeSingle(.shardKey, problems: &problems) {
      if let key = resolveBlockShardKey(node, isIgnored: isIgnored) { shardKey = key }
    }
    let keyword = keyword
    set.reportUnknown(place: keyword, owner: modelName, problems: &problems)

    if let fieldKey, let field = fieldKey.fields.first, !isIgnored, !hasBlockKey,
      fields[field.field].arity != .required
    {
      problems.append(
        Problem(
          .idFieldNotRequired, at: fieldKey.range,
          [
            fields[field.field].name, modelName,
            fields[field.field].arity == .list ? "a list" : "optional",
          ]))
    }
    if let fieldShardKey, let field = fieldShardKey.fields.first, !isIgnored,
      fields[field].arity != .required
    {
      problems.append(
        Problem(
          .shardKeyFieldNotRequired, at: fieldShardKey.range, [fields[field].name, modelName]))
    }
    return Model(
      id: id, block: block, isView: declaration.kind == .view, identifier: declaration.identifier,
      range: declaration.range, fields: fields, lookup: declaration.lookup,
      ignoreRange: ignoreRange, map: map, schema: schema, primaryKey: primaryKey,
      indexes: indexes, shardKey: shardKey)
  }

  private mutating func schemaName(_ node: Int) -> SchemaName? {
    var schema: SchemaName?
    withArguments(node) { resolver, arguments in
      schema = SchemaNameResolver.resolve(&arguments, problems: &resolver.problems)
    }
    return schema
  }

  private mutating func resolveBlockID(_ node: Int, isIgnored: Bool) -> PrimaryKey? {
    var key: PrimaryKey?
    withArguments(node) { resolver, arguments in
      guard let entry = arguments.takeDefault("fields", problems: &resolver.problems) else {
        arguments.reportMissing("fields", problems: &resolver.problems)
        return
      }
      guard
        let list = resolver.indexFields(
          entry, arguments: arguments, allowsPaths: false,
          reports: .init(
            unknown: .idUnknownField, unknownAtValue: true, relation: .idRelationField,
            duplicate: .idDuplicateField, attribute: nil))
      else { return }
      if let first = resolver.idFields.first {
        resolver.problems.append(
          Problem(
            .idFieldAndBlock, at: resolver.declaration.range,
            [resolver.modelName, resolver.fields[first].name]))
      }
      let loose = list.filter { resolver.fields[$0.field].arity != .required }
      if !loose.isEmpty, !isIgnored {
        resolver.problems.append(
          Problem(
            .idOptionalField, at: arguments.range,
            [resolver.names(loose.map(\.field)), resolver.modelName]))
      }
      let name = resolver.clientName(
        &arguments, empty: .idNameEmpty, characters: .idNameCharacters,
        emptyValues: [resolver.modelName])
      let map = resolver.constraintMap(&arguments, empty: .idMapEmpty, values: [resolver.modelName])
      key = PrimaryKey(
        range: arguments.range, isBlockAttribute: true, fields: list, name: name, map: map,
        isClustered: resolver.clustered(&arguments))
    }
    return key
  }

  /// `name` of `@@id` and `@@unique`: the name in the client.
  mutating func clientName(
    _ arguments: inout AttributeArguments, empty: Problem.Kind, characters: Problem.Kind,
    emptyValues: [String]
  ) -> NamedArgument? {
    guard let entry = arguments.take("name"),
      let value = arguments.string(entry, problems: &problems)
    else { return nil }
    if value.isEmpty {
      problems.append(Problem(empty, at: arguments.range, emptyValues))
      return nil
    }
    let isPlain = value.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    if !isPlain { problems.append(Problem(characters, at: arguments.range, [value, modelName])) }
    return NamedArgument(value: value, range: arguments.argumentRange(entry))
  }

  private mutating func resolveIndex(
    _ node: Int, kind: AttributeKind, ordinal: Int
  ) -> Index? {
    var index: Index?
    withArguments(node) { resolver, arguments in
      var list: [IndexField] = []
      let attribute = arguments.attributeName
      if let entry = arguments.takeDefault("fields", problems: &resolver.problems) {
        list =
          resolver.indexFields(
            entry, arguments: arguments, allowsPaths: true,
            reports: .init(
              unknown: .indexUnknownField, unknownAtValue: false, relation: .indexRelationField,
              duplicate: .indexDuplicateField, attribute: attribute)) ?? []
      } else {
        arguments.reportMissing("fields", problems: &resolver.problems)
      }
      var name: NamedArgument?
      var isClustered: Bool?
      var method: Index.Method?
      var methodRange: TextRange?
      var whereRange: TextRange?
      if kind == .unique {
        name = resolver.clientName(
          &arguments, empty: .indexNameEmpty, characters: .uniqueNameCharacters,
          emptyValues: [attribute, resolver.modelName])
      } else if kind == .index, let entry = arguments.take("name"),
        let value = arguments.string(entry, problems: &resolver.problems)
      {
        if value.isEmpty {
          resolver.problems.append(
            Problem(.indexNameEmpty, at: arguments.range, [attribute, resolver.modelName]))
        } else {
          name = NamedArgument(value: value, range: arguments.argumentRange(entry))
        }
      }
      let map = resolver.constraintMap(
        &arguments, empty: .indexMapEmpty, values: [attribute, resolver.modelName])
      if kind == .index {
        if name != nil, map != nil {
          resolver.problems.append(
            Problem(.indexNameAndMap, at: arguments.range, [resolver.modelName]))
        }
        if let entry = arguments.take("type"),
          let constant = arguments.constant(entry, problems: &resolver.problems)
        {
          method = Index.Method(rawValue: constant.text)
          methodRange = arguments.argumentRange(entry)
          if method == nil {
            resolver.problems.append(
              Problem(.indexTypeUnknown, at: arguments.range, [constant.text]))
          }
        }
      }
      if kind != .fulltext {
        isClustered = resolver.clustered(&arguments)
        whereRange = resolver.resolveWhere(&arguments)
      }
      index = Index(
        kind: kind == .unique ? .unique : kind == .index ? .index : .fulltext, ordinal: ordinal,
        range: arguments.range, isBlockAttribute: true, fields: list, name: name, map: map,
        method: method, methodRange: methodRange, isClustered: isClustered,
        whereRange: whereRange)
    }
    return index
  }

  private mutating func resolveBlockShardKey(_ node: Int, isIgnored: Bool) -> ShardKey? {
    var key: ShardKey?
    withArguments(node) { resolver, arguments in
      guard let entry = arguments.takeDefault("fields", problems: &resolver.problems) else {
        arguments.reportMissing("fields", problems: &resolver.problems)
        return
      }
      if resolver.fieldShardKey != nil {
        resolver.problems.append(
          Problem(.shardKeyFieldAndBlock, at: resolver.declaration.range, [resolver.modelName]))
      }
      guard
        let list = resolver.ownFields(
          entry, arguments: arguments,
          reports: .init(
            unknown: .shardKeyUnknownField, relation: .shardKeyRelationField,
            duplicate: .shardKeyDuplicateField, isRelationAtValue: false,
            owner: resolver.modelName))
      else { return }
      let loose = list.filter { resolver.fields[$0].arity != .required }
      if !loose.isEmpty, !isIgnored {
        resolver.problems.append(
          Problem(
            .shardKeyOptionalFields, at: arguments.range,
            [resolver.names(loose), resolver.modelName]))
      }
      key = ShardKey(range: arguments.range, isBlockAttribute: true, fields: list)
    }
    return key
  }

  /// The names of the fields at `indexes`, joined.
  func names(_ indexes: [Int]) -> String {
    indexes.map { fields[$0].name }.joined(separator: ", ")
  }
}

/// Reads `@@schema("…")`.
enum SchemaNameResolver {
  static func resolve(
    _ arguments: inout AttributeArguments, problems: inout [Problem]
  ) -> SchemaName? {
    guard let entry = arguments.takeDefault("map", problems: &problems) else {
      arguments.reportMissing("map", problems: &problems)
      return nil
    }
    guard let value = arguments.string(entry, problems: &problems),
      let expression = arguments.expression(entry)
    else { return nil }
    return SchemaName(value: value, range: expression.range)
  }
}

/// Takes the native type of a field.
enum NativeTypeResolver {
  /// The last native type of the set; the second and later ones are reported.
  static func take(from set: inout AttributeSet, problems: inout [Problem]) -> NativeTypeUse? {
    let nodes = set.takeAll(.native)
    guard let last = nodes.last, let first = nodes.first else { return nil }
    let block = set.block
    for node in nodes.dropFirst() {
      let name = set.name(node)
      problems.append(
        Problem(
          .nativeTypeDuplicate, at: set.range(node),
          [name, String(name.dropFirst().prefix { $0 != "." })], related: set.range(first)))
    }
    let path = block.text(block.nodes[last + 1].range)
    let dot = path.firstIndex(of: ".") ?? path.endIndex
    let name = dot == path.endIndex ? "" : String(path[path.index(after: dot)...])
    let arguments = AttributeSyntax(Syntax(block: block, index: last))?.arguments ?? []
    return NativeTypeUse(
      range: set.range(last), prefix: String(path[..<dot]), name: name,
      arguments: arguments.compactMap(\.value))
  }
}
