import SchemaParser

/// The relations that the fields of one model create, with what they rest on.
final class Pairing: Sendable {
  let relations: [Relation]
  /// The fields that the model references, reduced to a number.
  let references: UInt64
  /// The names of its constraints, in the order of ``Schema/constraintNames``.
  let constraints: [ConstraintEntry]
  /// Constraint names that are taken in the model itself.
  let clashes: [ModelClash]

  init(
    relations: [Relation], references: UInt64, constraints: [ConstraintEntry],
    clashes: [ModelClash]
  ) {
    self.relations = relations
    self.references = references
    self.constraints = constraints
    self.clashes = clashes
  }
}

/// Finds the relation fields of a model by the related model and the relation's name.
final class RelationIndex: Sendable {
  private let fields: [Name: [Int]]
  /// The relation fields, for models with few of them.
  private let few: [(key: Name, field: Int)]

  init(_ model: Model) {
    var all: [(key: Name, field: Int)] = []
    for index in model.relationFields {
      let field = model.fields[index]
      guard let related = field.type.modelID else { continue }
      all.append((Self.key(related, field), index))
    }
    if all.count <= 12 {
      few = all
      fields = [:]
    } else {
      few = []
      var fields: [Name: [Int]] = [:]
      for entry in all { fields[entry.key, default: []].append(entry.field) }
      self.fields = fields
    }
  }

  /// The name under which a relation field is found: that of the model to which it leads, with the name that
  /// its relation is given.
  static func key(_ model: BlockID, _ field: Field) -> Name {
    var digest = Digest()
    digest.add(model.index)
    digest.add(field.relation?.name?.value)
    return Name(hash: digest.value)
  }

  /// The first relation field with this key other than `excluded`.
  func first(_ key: Name, except excluded: Int?) -> Int? {
    if !few.isEmpty {
      return few.first { $0.key == key && $0.field != excluded }?.field
    }
    return fields[key]?.first { $0 != excluded }
  }
}

extension Schema {
  /// The relations that the fields of `model` create: section 5.2 of the language.
  func pair(_ model: Model) -> [Relation] {
    var relations: [Relation] = []
    for index in model.relationFields {
      let field = model.fields[index]
      guard let relatedID = field.type.modelID, let related = self.model(relatedID) else {
        continue
      }
      let key = RelationIndex.key(model.id, field)
      let opposite = resolved[relatedID.index]?.relationIndex?
        .first(key, except: relatedID == model.id ? field.index : nil)
        .map { related.fields[$0] }
      if let relation = relation(creating: field, in: model, related: related, opposite: opposite) {
        relations.append(relation)
      }
    }
    return relations
  }

  private func relation(
    creating field: Field, in model: Model, related: Model, opposite: Field?
  ) -> Relation? {
    func forward(_ kind: Relation.Kind) -> Relation {
      Relation(
        kind: kind, referencingModel: model.id, referencedModel: related.id, forward: field.index,
        back: opposite?.index)
    }
    guard let opposite else {
      if field.arity == .list {
        return Relation(
          kind: .oneToMany, referencingModel: related.id, referencedModel: model.id, forward: nil,
          back: field.index)
      }
      return forward(model.isUnique(field.relation?.fields?.fields ?? []) ? .oneToOne : .oneToMany)
    }
    switch (field.arity, opposite.arity) {
    case (.list, .list):
      guard isFirst(field, model, opposite, related) else { return nil }
      let isEmbedded = field.relation?.fields != nil || opposite.relation?.fields != nil
      return forward(isEmbedded ? .twoWayEmbeddedManyToMany : .implicitManyToMany)
    case (.list, _): return nil
    case (_, .list): return forward(.oneToMany)
    case (.required, .optional): return forward(.oneToOne)
    case (.optional, .required): return nil
    case (.required, .required):
      return isFirst(field, model, opposite, related) ? forward(.oneToOne) : nil
    case (.optional, .optional):
      switch (field.relation?.fields != nil, opposite.relation?.fields != nil) {
      case (true, _): return forward(.oneToOne)
      case (false, true): return nil
      case (false, false):
        return isFirst(field, model, opposite, related) ? forward(.oneToOne) : nil
      }
    }
  }

  /// Whether a side comes first by the names of model and field.
  private func isFirst(
    _ field: Field, _ model: Model, _ opposite: Field, _ related: Model
  ) -> Bool {
    let own = (model.name, field.name)
    let other = (related.name, opposite.name)
    if own.0 == other.0 { return own.1.utf8.lexicographicallyPrecedes(other.1.utf8) }
    return own.0.utf8.lexicographicallyPrecedes(other.0.utf8)
  }
}

/// Reduces texts and numbers to one number.
struct Digest {
  private(set) var value: UInt64 = 0x51_7C_C1_B7_27_22_0A_95

  mutating func add(_ number: UInt64) {
    let product = (value ^ number).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    // &+: any number will do.
    value = (product.high ^ product.low) &+ 0x2545_F491_4F6C_DD1D
  }
  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }
  mutating func add(_ flag: Bool) { add(flag ? 1 as UInt64 : 2) }
  mutating func add(_ text: String) { add(Name(text).hash) }
  mutating func add(_ text: String?) {
    if let text { add(text) } else { add(3 as UInt64) }
  }
  mutating func add(_ type: FieldType) {
    switch type {
    case .scalar(let scalar): add(UInt64(scalar.rawValue) + 16)
    case .enumeration(let id): add(id.index &+ 1 << 32)
    case .composite(let id): add(id.index &+ 2 << 32)
    case .model(let id): add(id.index &+ 3 << 32)
    case .unsupported: add(4 as UInt64)
    case .unresolved: add(5 as UInt64)
    }
  }
}

extension Model {
  /// What related models see of this one, reduced to a number: names, keys, and the relation fields with
  /// what hangs on them. Other scalar fields are left out, so that typing in one of them leaves the
  /// related models alone; what is referenced is in ``Pairing/references``.
  var interfaceDigest: UInt64 {
    var digest = Digest()
    digest.add(isView)
    digest.add(isIgnored)
    digest.add(identifier.name.hash)
    digest.add(map?.value)
    digest.add(schema?.value)
    func add(_ index: Int) {
      guard fields.indices.contains(index) else { return }
      fields[index].addDetails(to: &digest)
    }
    if let primaryKey {
      digest.add(primaryKey.map?.value)
      for entry in primaryKey.fields { add(entry.field) }
    }
    for index in indexes where index.kind == .unique {
      digest.add(index.fields.count)
      for entry in index.fields {
        add(entry.field)
        digest.add(entry.compositePath.count)
      }
    }
    for field in fields where field.isRelation {
      digest.add(field.index)
      field.addDetails(to: &digest)
      digest.add(field.isIgnored)
      guard let relation = field.relation else { continue }
      digest.add(relation.name?.value)
      digest.add(relation.map?.value)
      digest.add(relation.onDelete?.action.rawValue)
      digest.add(relation.onUpdate?.action.rawValue)
      digest.add(relation.fields != nil)
      for index in relation.fields?.fields ?? [] { add(index) }
      digest.add(relation.references != nil)
      for reference in relation.references?.fields ?? [] { digest.add(reference.name.hash) }
    }
    return digest.value
  }
}

extension Field {
  /// Adds what a referencing model sees of a field.
  func addDetails(to digest: inout Digest) {
    digest.add(index)
    digest.add(identifier.name.hash)
    digest.add(type)
    digest.add(Int(arity.rawValue))
    digest.add(map?.value)
    if type.isUnsupported { digest.add(typeName) }
    if let nativeType {
      digest.add(nativeType.prefix)
      digest.add(nativeType.name)
    }
  }
}
