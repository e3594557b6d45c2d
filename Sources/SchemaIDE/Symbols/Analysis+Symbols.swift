import SchemaModel
import SchemaParser

extension Analysis {
  /// What is named at `offset` (UTF-8 bytes from the start of the file), with the name's place. The place
  /// behind a name's last byte belongs to it too.
  package func symbol(at offset: Int, inFile file: Int) -> (symbol: Symbol, place: FileRange)? {
    guard let cursor = cursor(at: offset, inFile: file) else { return nil }
    let reader = reader(of: cursor.block, declaration: cursor.declaration, inFile: file)
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
  package func occurrences(of symbol: Symbol) -> [Occurrence] {
    occurrences(of: symbol, in: blocks(naming: symbol))
  }

  /// The places in one file that name a symbol, in source order.
  package func occurrences(of symbol: Symbol, inFile file: Int) -> [Occurrence] {
    occurrences(of: symbol, in: blocks(naming: symbol).filter { $0.file == file })
  }

  /// The places that declare a symbol, in file and source order: several, if declarations share a name;
  /// of a relation's name all places.
  package func declarations(of symbol: Symbol) -> [Occurrence] {
    occurrences(of: symbol, in: blocks(declaring: symbol)).filter(\.isDeclaration)
  }

  /// The symbol's name.
  package func name(of symbol: Symbol) -> String {
    switch symbol {
    case .type(let id): schema.declarationName(id)
    case .builtInType(let type): type.name
    case .field(_, let name), .enumValue(_, let name), .relation(let name, _, _),
      .constraint(_, let name), .clientName(_, let name), .datasource(let name),
      .generator(let name), .databaseSchema(let name):
      name
    }
  }

  private func reader(
    of block: SyntaxBlock, declaration: BlockID?, inFile file: Int
  ) -> NameReader {
    let joined = block.joiningLists(dialect: files[file].tree.dialect)
    return NameReader(schema: schema, block: joined ?? block, declaration: declaration)
  }

  // MARK: Blocks

  /// A block of a file.
  private struct Place: Hashable {
    let file: Int
    let block: Int
  }

  /// The blocks that can declare a symbol, in file and source order.
  private func blocks(declaring symbol: Symbol) -> [Place] {
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
  private func blocks(naming symbol: Symbol) -> [Place] {
    switch symbol {
    case .type(let id):
      guard let name = schema.name(of: id) else { return [] }
      return placesAndFaulty(
        schema.dataTypes(named: name) + schema.declarations(mentioning: name))
    case .enumValue(let id, _): return placesAndFaulty([id] + mentioning([id]))
    case .field(let id, _):
      if schema.kind(of: id) != .compositeType { return placesAndFaulty([id] + mentioning([id])) }
      // The path of an index may lead to it through other composite types.
      var reached = [id]
      var seen: Set<BlockID> = [id]
      var at = 0
      while at < reached.count {
        if schema.kind(of: reached[at]) == .compositeType {
          reached += mentioning([reached[at]]).filter { seen.insert($0).inserted }
        }
        at += 1
      }
      return placesAndFaulty(reached)
    case .relation, .constraint, .clientName, .generator: return blocks(declaring: symbol)
    case .datasource, .databaseSchema, .builtInType:
      return files.indices.flatMap { file in
        files[file].tree.blocks.indices.map { Place(file: file, block: $0) }
      }
    }
  }

  private func mentioning(_ ids: [BlockID]) -> [BlockID] {
    ids.flatMap { id in
      schema.name(of: id).map { schema.declarations(mentioning: $0) } ?? []
    }
  }

  /// The blocks of some declarations, each once, in file and source order.
  private func places(_ ids: [BlockID]) -> [Place] { sorted(Set(ids.compactMap { place(of: $0) })) }

  /// The same with the blocks that have a syntax error, which may name anything without being known
  /// for it: the schema leaves out lines that can't be read.
  private func placesAndFaulty(_ ids: [BlockID]) -> [Place] {
    var places = Set(ids.compactMap { place(of: $0) })
    for (file, state) in files.enumerated() where state.tree.hasErrors {
      for (block, syntax) in state.tree.blocks.enumerated() where !syntax.errors.isEmpty {
        places.insert(Place(file: file, block: block))
      }
    }
    return sorted(places)
  }

  private func place(of id: BlockID) -> Place? {
    schema.blockIndex(of: id).map { Place(file: $0.file, block: $0.block) }
  }

  private func sorted(_ places: Set<Place>) -> [Place] {
    places.sorted { ($0.file, $0.block) < ($1.file, $1.block) }
  }

  // MARK: Looking through blocks

  private func occurrences(of symbol: Symbol, in places: [Place]) -> [Occurrence] {
    let filter = NameFilter(symbol, name: name(of: symbol))
    var found: [Occurrence] = []
    for place in places {
      let file = files[place.file]
      guard file.tree.blocks.indices.contains(place.block) else { continue }
      let block = file.tree.blocks[place.block]
      let reader = reader(
        of: block, declaration: file.declaration(inBlock: place.block), inFile: place.file)
      let start = file.tree.starts[place.block]
      filter.forEachPath(in: reader.block) { path in
        for reading in reader.readings(at: path) where reading.symbol == symbol {
          found.append(
            Occurrence(
              place: FileRange(file: place.file, range: reading.range.shifted(by: start)),
              role: reading.role))
        }
      }
    }
    return found
  }
}
