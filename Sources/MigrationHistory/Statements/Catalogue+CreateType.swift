import Migration

extension Catalogue {
  /// `CREATE TYPE … AS ENUM`
  mutating func createEnum(_ node: SyntaxNode) throws(ReplayProblem) {
    let labels = node.names("vals")
    try makeType(node["typeName"], kind: .enumeration(labels))
  }

  /// Makes a type of any kind.
  mutating func makeType(_ node: SyntaxNode?, kind: CatalogueType.Kind) throws(ReplayProblem) {
    let written = node?.qualifiedName ?? WrittenName(namespace: nil, name: "")
    try makeType(written, kind: kind)
  }

  mutating func makeType(_ written: WrittenName, kind: CatalogueType.Kind) throws(ReplayProblem) {
    let name = QualifiedName(
      namespace: try creationNamespace(written.namespace), name: written.name)
    if typeNames[name] != nil { throw .exists(.type, written.text) }
    let number = makeNumber()
    types[number] = CatalogueType(name: name, kind: kind)
    typeNames[name] = number
  }

  /// `ALTER TYPE … ADD VALUE` and `RENAME VALUE`
  mutating func alterEnum(_ node: SyntaxNode) throws(ReplayProblem) {
    let written = WrittenName(
      namespace: node.names("typeName").dropLast().last, name: node.names("typeName").last ?? "")
    guard let type = madeType(written), var labels = labels(of: type) else {
      throw .unknown(.type, written.text)
    }
    let new = node.text("newVal") ?? ""
    if let old = node.text("oldVal") {
      guard let place = labels.firstIndex(of: old) else { throw .unknown(.label, old) }
      if labels.contains(new) { throw .exists(.label, new) }
      labels[place] = new
      renameLabel(old, to: new, of: type)
    } else if labels.contains(new) {
      if node.flag("skipIfNewValExists") { return }
      throw .exists(.label, new)
    } else if let neighbour = node.text("newValNeighbor") {
      guard let place = labels.firstIndex(of: neighbour) else { throw .unknown(.label, neighbour) }
      labels.insert(new, at: node.flag("newValIsAfter") ? place + 1 : place)
    } else {
      labels.append(new)
    }
    types[type]?.kind = .enumeration(labels)
  }

  /// A constant of an enum is a number in the database and is printed with the label of now.
  private mutating func renameLabel(_ old: String, to new: String, of type: Int) {
    for (table, owner) in tables {
      for (place, column) in owner.columns.enumerated() where column.type.base == .made(type) {
        if let text = column.defaultValue {
          tables[table]?.columns[place].defaultValue = text.replacingConstant(old, with: new)
        }
      }
    }
  }

  // MARK: Extensions

  /// `CREATE EXTENSION`
  mutating func createExtension(_ node: SyntaxNode) throws(ReplayProblem) {
    let name = node.text("extname") ?? ""
    if extensions[name] != nil {
      if node.flag("if_not_exists") { return }
      throw .exists(.extension, name)
    }
    var schema: String?
    var version: String?
    for option in node.list("options") {
      let text = option["DefElem"]?["arg"]?.string
      switch option["DefElem"]?.text("defname") {
      case "schema": schema = text
      case "new_version": version = text
      default: break
      }
    }
    let namespace = try creationNamespace(schema)
    extensions[name] = SQLExtension(name: name, schema: namespace, version: version)
    for type in ExtensionTypes.names[name] ?? [] {
      let type = QualifiedName(namespace: namespace, name: type)
      if typeNames[type] != nil { continue }
      let number = makeNumber()
      types[number] = CatalogueType(name: type, kind: .installed(extension: name))
      typeNames[type] = number
    }
    for table in ExtensionTypes.tables[name] ?? [] {
      relations[QualifiedName(namespace: namespace, name: table)] = .view
    }
  }
}

/// The types that extensions bring, as far as columns have been seen to have them.
private enum ExtensionTypes {
  static let names: [String: [String]] = [
    "citext": ["citext"], "hstore": ["hstore"], "ltree": ["ltree", "lquery", "ltxtquery"],
    "cube": ["cube"], "earthdistance": ["earth"], "isn": ["ean13", "isbn", "issn", "upc"],
    "seg": ["seg"], "vector": ["vector", "halfvec", "sparsevec"], "vectors": ["vector"],
    "postgis": ["geometry", "geography", "box2d", "box3d"], "postgis_raster": ["raster"],
    "pg_trgm": ["gtrgm"], "lo": ["lo"], "semver": ["semver"], "unit": ["unit"],
    "intarray": ["query_int"], "h3": ["h3index"], "pg_ulid": ["ulid"], "ulid": ["ulid"],
    "prefix": ["prefix_range"], "periods": [], "age": ["agtype"], "pg_uuidv7": [],
  ]

  /// The tables and views, whose names are taken.
  static let tables: [String: [String]] = [
    "postgis": ["spatial_ref_sys", "geometry_columns", "geography_columns"],
    "postgis_raster": ["raster_columns", "raster_overviews"],
    "pg_stat_statements": ["pg_stat_statements", "pg_stat_statements_info"],
  ]
}
