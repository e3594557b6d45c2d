import SchemaParser

/// Looking declarations up by name, without going through all of them.
extension Schema {
  /// The model, view, enum or composite type of this name; of several the last, which is the one that
  /// field types mean.
  public func dataType(named name: Name) -> BlockID? { names[name] }

  /// The data type that a field's type at `range` of `block` names; nil for a built-in or unknown type.
  public func dataType(at range: TextRange, in block: SyntaxBlock) -> BlockID? {
    BuiltInNames.scalar(block.bytes, range) == nil ? names[block.name(range)] : nil
  }

  /// The built-in type that a field's type at `range` of `block` names; nil for any other.
  public func builtInType(at range: TextRange, in block: SyntaxBlock) -> ScalarType? {
    BuiltInNames.scalar(block.bytes, range)
  }

  /// All models, views, enums and composite types of this name, in file and source order.
  public func dataTypes(named name: Name) -> [BlockID] {
    repeatedNames[name] ?? names[name].map { [$0] } ?? []
  }

  /// The declarations with a field whose type is written so, in file and source order.
  public func declarations(mentioning name: Name) -> [BlockID] {
    positions(mentioning: name).sorted().compactMap { position in
      let file = position >> 32
      return files.indices.contains(file)
        ? files[file].declaration(inBlock: position & 0xFFFF_FFFF) : nil
    }
  }

  /// The positions of the declarations with a field whose type is written so, as ``position(of:)`` gives
  /// them, in any order.
  public func positions(mentioning name: Name) -> [Int] {
    guard let slots = mentions[name] else { return [] }
    return slots.map { position(of: BlockID(Int($0))) }
  }

  /// The names of all models, views, enums and composite types, in file and source order.
  public var dataTypeNames: some Sequence<String> {
    files.lazy.flatMap { file in
      file.slots.lazy.compactMap { slot in
        slot >= 0 && !configurationSlots.contains(slot)
          ? lowered[Int(slot)]?.identifier.text : nil
      }
    }
  }

  /// The datasources, loaded or not, in file and source order.
  public var datasources: [BlockID] { configurationBlocks(.datasource) }
  /// The generators, in file and source order.
  public var generators: [BlockID] { configurationBlocks(.generator) }

  private func configurationBlocks(_ kind: SyntaxKind) -> [BlockID] {
    configurationSlots.filter { lowered[Int($0)]?.kind == kind }
      .map { BlockID(Int($0)) }.sorted { position(of: $0) < position(of: $1) }
  }

  /// What a slot declares: `model`, `view`, `compositeType`, `enumeration`, `datasource` or `generator`;
  /// nil for a free slot.
  public func kind(of id: BlockID) -> SyntaxKind? {
    lowered.indices.contains(id.index) ? lowered[id.index]?.kind : nil
  }

  /// The name of a declaration for comparing, nil for a free slot.
  public func name(of id: BlockID) -> Name? {
    lowered.indices.contains(id.index) ? lowered[id.index]?.identifier.name : nil
  }

  /// Whether a model, view or composite type has a field of this name, or an enum a value.
  public func hasMember(_ name: Name, in id: BlockID) -> Bool {
    lowered.indices.contains(id.index) && lowered[id.index]?.lookup[name] != nil
  }

  /// The fields of a model, view or composite type in source order; none for anything else.
  public func fields(of id: BlockID) -> [Field] {
    switch declaration(id) {
    case .model(let model)?: model.fields
    case .compositeType(let type)?: type.fields
    case .enumeration?, nil: []
    }
  }

  /// The type of a field of a model, view or composite type; of several fields of this name, of the
  /// last. Nil when there is none.
  public func fieldType(_ name: Name, in id: BlockID) -> FieldType? {
    guard lowered.indices.contains(id.index), let index = lowered[id.index]?.lookup[name],
      types[id.index].indices.contains(index)
    else { return nil }
    return types[id.index][index]
  }
}

/// All data types, for who offers them.
extension Schema {
  /// The number of names of data types.
  public var dataTypeCount: Int { names.count }

  /// The names that types of fields are written with and that nothing declares, each once, in source
  /// order.
  public var undeclaredTypeNames: [String] {
    var names: [String] = []
    for slot in unresolved.map({ BlockID(Int($0)) }).sorted(by: {
      position(of: $0) < position(of: $1)
    }) {
      guard let declaration = lowered[slot.index] else { continue }
      for field in declaration.fields
      where field.builtIn == nil && self.names[field.typeName] == nil
        && !names.contains(field.typeText)
      {
        names.append(field.typeText)
      }
    }
    return names
  }

  /// Calls `body` with the kind, name and id of the models, views, enums and composite types, in file
  /// and source order, until it returns false.
  public func forEachDataType(_ body: (SyntaxKind, Identifier, BlockID) -> Bool) {
    for file in files {
      for slot in file.slots where slot >= 0 {
        guard let declaration = lowered[Int(slot)], declaration.kind != .datasource,
          declaration.kind != .generator
        else { continue }
        if !body(declaration.kind, declaration.identifier, BlockID(Int(slot))) { return }
      }
    }
  }
}
