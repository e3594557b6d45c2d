import SchemaModel
import SchemaParser

extension Analysis {
  /// What is named at `offset` (UTF-8 bytes from the start of the file), with the name's place. The place
  /// behind a name's last byte belongs to it too.
  public func symbol(at offset: Int, inFile file: Int) -> (symbol: Symbol, place: FileRange)? {
    guard let cursor = cursor(at: offset, inFile: file) else { return nil }
    let joined = cursor.block.joiningLists(dialect: files[file].tree.dialect)
    let reader = NameReader(
      schema: schema, block: joined ?? cursor.block, declaration: cursor.declaration)
    let at = cursor.blockOffset
    // What begins at the place comes before what ends there.
    for probe in [at, at - 1] where probe >= 0 {
      let path = reader.block.nodes(holding: probe).map(\.index)
      let found = reader.readings(at: path).first { $0.range.start <= at && at <= $0.range.end }
      if let found { return (found.symbol, cursor.fileRange(found.range)) }
    }
    return nil
  }

  /// The places that name a symbol, declarations among them, in file and source order.
  ///
  /// Only the blocks that can name it are looked through: for most symbols those of its declaration and
  /// of the models with a field of that type.
  public func occurrences(of symbol: Symbol) -> [Occurrence] {
    occurrences(of: symbol, in: blocks(naming: symbol))
  }

  /// The places that declare a symbol, in file and source order: several, if declarations share a name;
  /// of a relation's name all places.
  public func declarations(of symbol: Symbol) -> [Occurrence] {
    occurrences(of: symbol, in: blocks(declaring: symbol)).filter(\.isDeclaration)
  }

  /// The names of the fields whose type is a symbol, with the fields, in file and source order.
  func fields(ofType symbol: Symbol) -> [NavigationTarget] {
    var found: [NavigationTarget] = []
    forEachReading(of: symbol, in: blocks(naming: symbol)) { block, path, place, role in
      guard role == .type, let type = path.last,
        let field = path.first(where: { block.nodes[$0].kind == .field }),
        let name = Syntax(block: block, index: field).first(.name)
      else { return }
      let start = place.range.start - block.nodes[type].start
      found.append(
        NavigationTarget(
          name: FileRange(file: place.file, range: name.range.shifted(by: start)),
          declaration: FileRange(
            file: place.file,
            range: Syntax(block: block, index: field).contentRange.shifted(by: start))))
    }
    return found
  }

  /// The symbol's name.
  public func name(of symbol: Symbol) -> String {
    switch symbol {
    case .type(let id): schema.declarationName(id)
    case .builtInType(let type): type.name
    case .field(_, let name), .enumValue(_, let name), .relation(let name, _, _),
      .constraint(_, let name), .clientName(_, let name), .datasource(let name),
      .generator(let name), .databaseSchema(let name):
      name
    }
  }

  // MARK: Blocks

  /// The blocks that can declare a symbol, in file and source order.
  private func blocks(declaring symbol: Symbol) -> [BlockPlace] {
    switch symbol {
    case .type(let id):
      places(schema.name(of: id).map { schema.dataTypes(named: $0) } ?? [])
    case .field(let id, _), .enumValue(let id, _), .constraint(let id, _), .clientName(let id, _):
      places([id])
    case .relation(_, let one, let other): places(one == other ? [one] : [one, other])
    case .datasource, .databaseSchema: places(schema.datasources)
    case .generator: places(schema.generators)
    case .builtInType: []
    }
  }

  /// The blocks that can name a symbol, in file and source order.
  func blocks(naming symbol: Symbol) -> [BlockPlace] {
    switch symbol {
    case .type(let id):
      guard let name = schema.name(of: id) else { return [] }
      return places(schema.dataTypes(named: name), mentioning: [id])
    case .enumValue(let id, _): return places([id], mentioning: [id])
    case .field(let id, _):
      if schema.kind(of: id) != .compositeType { return places([id], mentioning: [id]) }
      // The path of an index may lead to it through other composite types.
      var types = [id]
      var seen: Set<BlockID> = [id]
      var at = 0
      while at < types.count {
        let mentioning = schema.name(of: types[at]).map { schema.declarations(mentioning: $0) }
        types += (mentioning ?? []).filter {
          schema.kind(of: $0) == .compositeType && seen.insert($0).inserted
        }
        at += 1
      }
      return places(types, mentioning: types)
    case .relation, .constraint, .clientName, .generator: return blocks(declaring: symbol)
    case .datasource, .databaseSchema, .builtInType:
      return files.indices.flatMap { file in
        files[file].tree.blocks.indices.map { BlockPlace(file: file, block: $0) }
      }
    }
  }

  /// The blocks of some declarations, each once, in file and source order.
  private func places(_ ids: [BlockID]) -> [BlockPlace] {
    sorted(ids.map { schema.position(of: $0) })
  }

  /// The blocks of some declarations and of those with a field of some types, and all blocks with a
  /// syntax error: the schema leaves out lines that can't be read, so these may name anything without
  /// being known for it.
  private func places(_ ids: [BlockID], mentioning types: [BlockID]) -> [BlockPlace] {
    var positions = ids.map { schema.position(of: $0) }
    for type in types {
      if let name = schema.name(of: type) { positions += schema.positions(mentioning: name) }
    }
    for (file, state) in files.enumerated() where state.tree.hasErrors {
      for (block, syntax) in state.tree.blocks.enumerated() where !syntax.errors.isEmpty {
        positions.append(file << 32 | block)
      }
    }
    return sorted(positions)
  }

  /// Places from positions as ``Schema/position(of:)`` gives them.
  private func sorted(_ positions: [Int]) -> [BlockPlace] {
    var places: [BlockPlace] = []
    places.reserveCapacity(positions.count)
    var last = -1
    for position in positions.sorted() where position != last {
      places.append(BlockPlace(file: position >> 32, block: position & 0xFFFF_FFFF))
      last = position
    }
    return places
  }

  // MARK: Looking through blocks

  /// The places in some blocks that name a symbol, in their order.
  func occurrences(
    of symbol: Symbol, in places: some Sequence<BlockPlace>
  ) -> [Occurrence] {
    var found: [Occurrence] = []
    forEachReading(of: symbol, in: places) { _, _, place, role in
      found.append(Occurrence(place: place, role: role))
    }
    return found
  }

  /// Calls `body` for each place that names a symbol, with the block and the nodes there.
  private func forEachReading(
    of symbol: Symbol, in places: some Sequence<BlockPlace>,
    _ body: (SyntaxBlock, [Int], FileRange, Occurrence.Role) -> Void
  ) {
    let filter = NameFilter(symbol, name: name(of: symbol))
    let files = files
    var reader: NameReader?
    for place in places {
      guard files.indices.contains(place.file),
        files[place.file].tree.blocks.indices.contains(place.block)
      else { continue }
      let start = files[place.file].tree.starts[place.block]
      let written = files[place.file].tree.blocks[place.block]
      let block = written.joiningLists(dialect: files[place.file].tree.dialect) ?? written
      let declaration = files[place.file].declaration(inBlock: place.block)
      if reader == nil {
        reader = NameReader(schema: schema, block: block, declaration: declaration)
      } else {
        reader?.read(block, declaration: declaration)
      }
      filter.forEachPath(in: block) { path in
        for reading in reader?.readings(at: path) ?? [] where reading.symbol == symbol {
          body(
            block, path,
            FileRange(file: place.file, range: reading.range.shifted(by: start)), reading.role)
        }
      }
    }
  }
}
