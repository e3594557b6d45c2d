import SchemaParser

/// One constraint of a model, with its name for comparing.
struct ConstraintEntry: Sendable {
  let kind: ConstraintName.Kind
  /// See ``ConstraintName/ordinal``.
  let ordinal: Int32
  let name: Name
}

/// Two constraints of one model that share a name, by their places in ``Pairing/constraints``.
struct ModelClash: Sendable {
  let constraint: Int
  let other: Int
}

extension Pairing {
  /// The first constraint of each name that several of them have.
  fileprivate var repeatedConstraints: [Name: ConstraintEntry] {
    var first: [Name: ConstraintEntry] = [:]
    var repeated: [Name: ConstraintEntry] = [:]
    for entry in constraints {
      if let earlier = first[entry.name] {
        repeated[entry.name] = earlier
      } else {
        first[entry.name] = entry
      }
    }
    return repeated
  }
}

/// Where the names of constraints must be unique: section 6.4 of the language.
struct ConstraintScopes {
  let connector: Connector

  /// Whether constraints of this kind share one namespace in the whole database.
  func isGlobal(_ kind: ConstraintName.Kind) -> Bool {
    switch (connector, kind) {
    case (.postgresql, .primaryKey), (.postgresql, .unique), (.postgresql, .index),
      (.mysql, .foreignKey), (.sqlite, .unique), (.sqlite, .index), (.sqlserver, .primaryKey),
      (.sqlserver, .foreignKey), (.sqlserver, .defaultValue):
      true
    default: false
    }
  }

  /// Whether constraints of this kind share a namespace in their model.
  func isInModel(_ kind: ConstraintName.Kind) -> Bool {
    switch (connector, kind) {
    case (.postgresql, .primaryKey), (.postgresql, .unique), (.postgresql, .index),
      (.postgresql, .foreignKey), (.cockroachdb, .primaryKey), (.cockroachdb, .unique),
      (.cockroachdb, .index), (.cockroachdb, .foreignKey), (.mysql, .unique), (.mysql, .index),
      (.sqlserver, .primaryKey), (.sqlserver, .unique), (.sqlserver, .index), (.mongodb, .unique),
      (.mongodb, .index):
      true
    default: false
    }
  }

  /// Whether constraints of this kind are looked up in their model's namespace.
  func isCheckedInModel(_ kind: ConstraintName.Kind) -> Bool {
    switch connector {
    case .postgresql, .cockroachdb: kind == .primaryKey || kind == .foreignKey
    default: isInModel(kind)
    }
  }

  /// Whether the names of this kind matter at all.
  func matters(_ kind: ConstraintName.Kind) -> Bool { isGlobal(kind) || isInModel(kind) }

  /// Whether a relation without forward field counts among the constraints of the model of its list,
  /// and is looked up among those of the other.
  var entersBackOnlyRelations: Bool { connector == .postgresql || connector == .cockroachdb }
}

extension Schema {
  /// The constraints of a model whose names matter.
  func constraints(of model: Model, relations: [Relation]) -> [ConstraintEntry] {
    let scopes = ConstraintScopes(connector: configuration.connector)
    var names = ConstraintNames(connector: configuration.connector)
    var entries: [ConstraintEntry] = []
    func add(_ kind: ConstraintName.Kind, _ ordinal: Int, _ name: Name) {
      entries.append(ConstraintEntry(kind: kind, ordinal: Int32(clamping: ordinal), name: name))
    }
    if scopes.matters(.primaryKey), let primaryKey = model.primaryKey {
      add(.primaryKey, 0, primaryKey.map.map { Name($0.value) } ?? names.primaryKey(of: model))
    }
    if scopes.matters(.index) || scopes.matters(.unique) {
      for index in model.indexes {
        let name =
          index.explicitConstraintName.map { Name($0.value) }
          ?? names.index(index, of: model) { compositeType($0) }
        add(index.kind == .unique ? .unique : .index, index.ordinal, name)
      }
    }
    if scopes.matters(.foreignKey) {
      for relation in relations where !relation.isManyToMany {
        guard let forward = relation.forward else {
          guard let owner = self.model(relation.referencingModel) else { continue }
          add(.foreignKey, -1 - (relation.back ?? 0), names.foreignKey(of: owner, fields: []))
          continue
        }
        let attribute = model.fields[forward].relation
        let name =
          attribute?.map.map { Name($0.value) }
          ?? names.foreignKey(of: model, fields: attribute?.fields?.fields ?? [])
        add(.foreignKey, forward, name)
      }
    }
    if scopes.matters(.defaultValue) {
      for field in model.fields {
        guard let value = field.defaultValue else { continue }
        add(
          .defaultValue, field.index,
          value.map.map { Name($0.value) } ?? names.defaultValue(of: field, in: model))
      }
    }
    return entries
  }

  /// The constraints whose name is taken in the model itself.
  func modelClashes(_ entries: [ConstraintEntry]) -> [ModelClash] {
    let scopes = ConstraintScopes(connector: configuration.connector)
    if entries.count < 2 { return [] }
    var first: [Name: Int] = [:]
    var clashes: [ModelClash] = []
    var hasRepetition = false
    if entries.count <= 12 {
      // No table for the many models with few constraints.
      for (index, entry) in entries.enumerated() where !hasRepetition {
        for other in entries[..<index] where other.name == entry.name { hasRepetition = true }
      }
      if !hasRepetition { return [] }
    }
    var places: [Name: [Int]] = [:]
    for (index, entry) in entries.enumerated() where scopes.isInModel(entry.kind) {
      if let earlier = first.updateValue(index, forKey: entry.name) {
        places[entry.name, default: [earlier]].append(index)
      }
    }
    for (_, indexes) in places {
      for index in indexes where scopes.isCheckedInModel(entries[index].kind) {
        // A relation without forward field is looked up elsewhere.
        if entries[index].ordinal < 0, scopes.entersBackOnlyRelations { continue }
        guard let other = indexes.first(where: { $0 != index }) else { continue }
        clashes.append(ModelClash(constraint: index, other: other))
      }
    }
    return clashes.sorted { $0.constraint < $1.constraint }
  }

  /// The key of a name that must be unique in the whole database.
  static func globalKey(_ entry: ConstraintEntry, of model: Model) -> Name {
    var digest = Digest()
    digest.add(model.schema?.value)
    digest.add(entry.name.hash)
    return Name(hash: digest.value)
  }

  /// The keys of a model's or enum's own name in the database.
  static func tableKey(schema: String?, name: String, isEnum: Bool) -> Name {
    var digest = Digest()
    digest.add(isEnum ? 77 as UInt64 : 78)
    digest.add(schema)
    digest.add(name)
    return Name(hash: digest.value)
  }

  /// All keys that a declaration enters into ``globalNames``.
  func globalKeys(of id: BlockID) -> [Name] {
    switch declaration(id) {
    case .model(let model)?:
      let scopes = ConstraintScopes(connector: configuration.connector)
      var keys = [
        Schema.tableKey(schema: model.schema?.value, name: model.databaseName, isEnum: false)
      ]
      for entry in pairings[id.index]?.constraints ?? [] where scopes.isGlobal(entry.kind) {
        keys.append(Schema.globalKey(entry, of: model))
      }
      return keys
    case .enumeration(let type)?:
      return [Schema.tableKey(schema: type.schema?.value, name: type.databaseName, isEnum: true)]
    case .compositeType?, nil: return []
    }
  }

  // MARK: Clashes

  /// Whether a constraint that would be called `name` clashes with another, in the database or its model.
  public func hasConstraint(
    named name: String, clashingWith kind: ConstraintName.Kind, in model: Model
  ) -> Bool {
    let scopes = ConstraintScopes(connector: configuration.connector)
    let entry = ConstraintEntry(kind: kind, ordinal: 0, name: Name(name))
    if scopes.isGlobal(kind), globalNames.contains(Schema.globalKey(entry, of: model)) {
      return true
    }
    guard scopes.isInModel(kind), let pairing = pairings[model.id.index] else { return false }
    return pairing.constraints.contains { other in
      other.name == entry.name && scopes.isInModel(other.kind)
        && (scopes.isCheckedInModel(kind) || scopes.isCheckedInModel(other.kind))
    }
  }

  /// The constraints of a kind whose name is taken in a scope, each once per scope it violates, in source
  /// order. Keys and indexes of views are left out, since they are no constraints.
  public func constraintNameClashes(of kind: ConstraintName.Kind) -> [ConstraintNameClash] {
    let scopes = ConstraintScopes(connector: configuration.connector)
    guard scopes.matters(kind) else { return [] }
    var found: [ConstraintNameClash] = []
    if scopes.isGlobal(kind) { found += globalClashes(of: kind, scopes: scopes) }
    for slot in clashingModels {
      let id = BlockID(Int(slot))
      guard let model = model(id), let pairing = pairings[id.index] else { continue }
      if model.isView, kind != .foreignKey { continue }
      for clash in pairing.clashes {
        guard pairing.constraints[clash.constraint].kind == kind else { continue }
        found.append(
          ConstraintNameClash(
            constraint: constraintName(pairing.constraints[clash.constraint], of: model),
            other: constraintName(pairing.constraints[clash.other], of: model), scope: .model))
      }
    }
    if kind == .foreignKey, scopes.entersBackOnlyRelations { found += backOnlyClashes() }
    return found.sorted { left, right in
      let (one, other) = (order(of: left.constraint), order(of: right.constraint))
      if one != other { return one < other }
      if left.scope != right.scope { return left.scope.rawValue < right.scope.rawValue }
      return order(of: left.other) < order(of: right.other)
    }
  }

  private func order(of name: ConstraintName) -> (Int, Int, UInt8, String) {
    (position(of: name.model), name.ordinal, name.kind.rawValue, name.text)
  }

  private func globalClashes(
    of kind: ConstraintName.Kind, scopes: ConstraintScopes
  ) -> [ConstraintNameClash] {
    // Each owner is gone through once, however many of its names are taken.
    var owners = SlotSet()
    for all in globalNames.repeated.values {
      for owner in all.counts.keys { owners.insert(owner) }
    }
    var members: [Name: [(model: Model, entry: ConstraintEntry)]] = [:]
    for owner in owners {
      guard let model = model(BlockID(Int(owner))), let pairing = pairings[Int(owner)] else {
        continue
      }
      for entry in pairing.constraints where scopes.isGlobal(entry.kind) {
        let key = Schema.globalKey(entry, of: model)
        if globalNames.repeated[key] != nil { members[key, default: []].append((model, entry)) }
      }
    }
    var found: [ConstraintNameClash] = []
    for var members in members.values
    where members.count > 1 && members.contains(where: { $0.entry.kind == kind }) {
      members.sort {
        let left = (position(of: $0.model.id), $0.entry.kind.rawValue, $0.entry.ordinal)
        let right = (position(of: $1.model.id), $1.entry.kind.rawValue, $1.entry.ordinal)
        return left < right
      }
      for (index, (model, entry)) in members.enumerated() where entry.kind == kind {
        if model.isView, kind != .foreignKey { continue }
        let other = members[index == 0 ? 1 : 0]
        found.append(
          ConstraintNameClash(
            constraint: constraintName(entry, of: model),
            other: constraintName(other.entry, of: other.model), scope: .global))
      }
    }
    return found
  }

  /// Relations without forward field are looked up among the constraints of the referencing model.
  private func backOnlyClashes() -> [ConstraintNameClash] {
    var found: [ConstraintNameClash] = []
    // For each referencing model the first constraint of a name that several have.
    var repeated: [BlockID: [Name: ConstraintEntry]] = [:]
    for slot in backOnlyModels {
      let id = BlockID(Int(slot))
      guard let model = model(id), let pairing = pairings[id.index] else { continue }
      for entry in pairing.constraints where entry.kind == .foreignKey && entry.ordinal < 0 {
        let field = Int(-1 - entry.ordinal)
        guard model.fields.indices.contains(field), let target = model.fields[field].type.modelID,
          let targetModel = self.model(target), let targetPairing = pairings[target.index]
        else { continue }
        if repeated[target] == nil { repeated[target] = targetPairing.repeatedConstraints }
        guard let other = repeated[target]?[entry.name] else { continue }
        found.append(
          ConstraintNameClash(
            constraint: constraintName(entry, of: model),
            other: constraintName(other, of: targetModel), scope: .model))
      }
    }
    return found
  }

  /// The name of a constraint with its text, which is made only for those that are told.
  private func constraintName(_ entry: ConstraintEntry, of model: Model) -> ConstraintName {
    var names = ConstraintNames(connector: configuration.connector)
    let ordinal = Int(entry.ordinal)
    var text: String?
    switch entry.kind {
    case .primaryKey:
      text = model.primaryKey?.map?.value
      if text == nil { _ = names.primaryKey(of: model) }
    case .unique, .index:
      guard model.indexes.indices.contains(ordinal) else { break }
      text = model.indexes[ordinal].explicitConstraintName?.value
      if text == nil { _ = names.index(model.indexes[ordinal], of: model) { compositeType($0) } }
    case .foreignKey:
      if ordinal < 0 {
        let field = -1 - ordinal
        if model.fields.indices.contains(field), let owner = model.fields[field].type.modelID,
          let referencing = self.model(owner)
        {
          _ = names.foreignKey(of: referencing, fields: [])
        }
      } else if model.fields.indices.contains(ordinal) {
        let attribute = model.fields[ordinal].relation
        text = attribute?.map?.value
        if text == nil {
          _ = names.foreignKey(of: model, fields: attribute?.fields?.fields ?? [])
        }
      }
    case .defaultValue:
      guard model.fields.indices.contains(ordinal) else { break }
      text = model.fields[ordinal].defaultValue?.map?.value
      if text == nil { _ = names.defaultValue(of: model.fields[ordinal], in: model) }
    }
    return ConstraintName(
      kind: entry.kind, model: model.id, ordinal: max(-1, ordinal),
      backField: ordinal < 0 ? -1 - ordinal : nil, text: text ?? names.text)
  }

  /// The models and views whose table has the same name and schema as that of an earlier one.
  public var databaseNameClashes: [(later: BlockID, earlier: BlockID)] {
    tableClashes { id in
      guard let model = model(id) else { return nil }
      return Schema.tableKey(
        schema: model.schema?.value, name: model.databaseName, isEnum: false)
    }
  }

  /// The enums that have the same database name and schema as an earlier one.
  public var enumDatabaseNameClashes: [(later: BlockID, earlier: BlockID)] {
    tableClashes { id in
      guard let type = enumeration(id) else { return nil }
      return Schema.tableKey(schema: type.schema?.value, name: type.databaseName, isEnum: true)
    }
  }

  private func tableClashes(
    key: (BlockID) -> Name?
  ) -> [(later: BlockID, earlier: BlockID)] {
    var found: [(later: BlockID, earlier: BlockID)] = []
    for (repeated, owners) in globalNames.repeated {
      let members = owners.counts.keys.map { BlockID(Int($0)) }.filter { key($0) == repeated }
        .sorted { position(of: $0) < position(of: $1) }
      for (earlier, later) in zip(members, members.dropFirst()) { found.append((later, earlier)) }
    }
    return found.sorted { position(of: $0.later) < position(of: $1.later) }
  }
}
