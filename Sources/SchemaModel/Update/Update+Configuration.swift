import SchemaParser

/// What an update finds out about the schema as a whole: its configuration, and names that are taken twice.
extension Schema {
  /// Loads datasources and generators; returns whether the rules see another configuration than before.
  mutating func loadConfiguration(version: PrismaVersion) -> Bool {
    sharedProblems.removeAll()
    var datasource: Datasource?
    var features: Set<String> = []
    var rest = orderedConfigurationSlots[...]
    while let first = rest.first {
      var resolver = ConfigurationResolver(version: version)
      let slots = rest.prefix { places[Int($0)].file == places[Int(first)].file }
      rest = rest.dropFirst(slots.count)
      var datasources: [ConfigurationResolver.Block] = []
      var generators: [ConfigurationResolver.Block] = []
      for slot in slots {
        guard let declaration = lowered[Int(slot)] else { continue }
        let block = ConfigurationResolver.Block(id: BlockID(Int(slot)), declaration: declaration)
        if declaration.kind == .datasource {
          datasources.append(block)
        } else {
          generators.append(block)
        }
      }
      resolver.load(datasources: datasources, generators: generators)
      sharedProblems += resolver.problems.map { (block: $0.0, problem: $0.1) }
      if datasource == nil { datasource = resolver.datasources.first }
      features.formUnion(resolver.previewFeatures)
    }
    let new = Configuration(
      datasource: datasource, previewFeatures: features, version: version)
    let isChanged = !new.isEqual(to: configuration)
    configuration = new
    return isChanged
  }

  /// The datasources and generators in file and source order.
  private var orderedConfigurationSlots: [Int32] {
    configurationSlots.sorted { position(of: BlockID(Int($0))) < position(of: BlockID(Int($1))) }
  }

  /// Reports datasources that share a name, and generators that do.
  mutating func shareRepeatedConfigurationNames() {
    var datasources: [Name: BlockID] = [:]
    var generators: [Name: BlockID] = [:]
    for slot in orderedConfigurationSlots {
      guard let declaration = lowered[Int(slot)] else { continue }
      let id = BlockID(Int(slot))
      let name = declaration.identifier.name
      let earlier =
        declaration.kind == .datasource
        ? datasources.updateValue(id, forKey: name) : generators.updateValue(id, forKey: name)
      if let earlier {
        sharedProblems.append(
          (
            id,
            Problem(
              declaration.kind == .datasource
                ? .duplicateDatasourceName : .duplicateGeneratorName,
              at: declaration.identifier.range, [declaration.identifier.text],
              relatedBlock: earlier)
          ))
      }
    }
  }

  /// Reports data types that share a name.
  mutating func shareRepeatedNames() {
    sharedProblems.removeAll { $0.problem.kind == .duplicateTypeName }
    let groups = repeatedNames.values.sorted {
      ($0.first.map { position(of: $0) } ?? 0) < ($1.first.map { position(of: $0) } ?? 0)
    }
    for ids in groups {
      for (earlier, later) in zip(ids, ids.dropFirst()) {
        guard let declaration = lowered[later.index], let other = lowered[earlier.index] else {
          continue
        }
        sharedProblems.append(
          (
            later,
            Problem(
              .duplicateTypeName, at: declaration.identifier.range,
              [declaration.identifier.text, declaration.keyword, other.keyword],
              relatedBlock: earlier)
          ))
      }
    }
  }
}

extension Configuration {
  /// Whether rules see no difference. Places count too, since findings name them.
  func isEqual(to other: Configuration) -> Bool {
    guard version == other.version, previewFeatures == other.previewFeatures else { return false }
    switch (datasource, other.datasource) {
    case (nil, nil): return true
    case (let one?, let two?):
      func entries(_ names: [SchemaName]?) -> [String] {
        (names ?? ["-"].map { SchemaName(value: $0, range: TextRange(0, 0)) })
          .map { "\($0.value) \($0.range.start) \($0.range.end)" }
      }
      return one.id == two.id && one.identifier.text == two.identifier.text
        && one.connector == two.connector && one.relationMode == two.relationMode
        && entries(one.schemas) == entries(two.schemas)
        && entries(one.extensions?.entries) == entries(two.extensions?.entries)
        && one.extensions?.propertyRange == two.extensions?.propertyRange
        && one.range == two.range
    default: return false
    }
  }
}
