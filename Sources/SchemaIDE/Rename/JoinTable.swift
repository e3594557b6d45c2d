import SchemaModel

/// The table of a many-to-many relation that has no model of its own.
///
/// It is named after the relation; its columns are `A` and `B`, by the byte order of the models' names, or
/// in a relation of a model with itself of the fields'.
///
/// Source: https://www.prisma.io/docs/orm/prisma-schema/data-model/relations/many-to-many-relations
struct JoinTable: Sendable {
  /// A side of the relation.
  struct Side: Sendable {
    let model: Model
    let field: Field
  }

  /// The side that column `A` refers to.
  let sideA: Side
  /// The side that column `B` refers to.
  let sideB: Side

  /// The relation's name, given or generated.
  var relationName: String { sideA.field.relationName(in: sideA.model.name) }
  /// The table's name.
  var name: String { "_" + relationName }
  /// Whether the relation's name is given.
  var isNamed: Bool { sideA.field.relation?.name != nil }

  /// Whether the columns change places when a model gets another name.
  func swaps(_ id: BlockID, calledNow name: String) -> Bool {
    if sideA.model.id == sideB.model.id { return false }
    return JoinTable.precedes(
      sideB.model.id == id ? name : sideB.model.name,
      sideA.model.id == id ? name : sideA.model.name)
  }

  /// Whether the columns of a relation of a model with itself change places when a field gets another
  /// name.
  func swaps(field old: String, calledNow name: String) -> Bool {
    JoinTable.precedes(
      sideB.field.name == old ? name : sideB.field.name,
      sideA.field.name == old ? name : sideA.field.name)
  }

  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension Schema {
  /// The join tables of a model's relations, each once. None on MongoDB, which has lists of keys instead.
  func joinTables(of id: BlockID) -> [JoinTable] {
    guard let model = model(id), !model.isView, configuration.connector != .mongodb else {
      return []
    }
    var others: Set<BlockID> = [id]
    var relations = relations(createdBy: id).filter { $0.kind == .implicitManyToMany }
    for index in model.relationFields where model.fields[index].arity == .list {
      guard let other = model.fields[index].type.modelID, others.insert(other).inserted else {
        continue
      }
      for relation in self.relations(createdBy: other)
      where relation.kind == .implicitManyToMany && relation.referencedModel == id {
        relations.append(relation)
      }
    }
    return relations.compactMap { joinTable(of: $0) }
  }

  /// The join table of a relation of a model with itself, one side of which is the field `name`.
  func joinTable(ofSelfRelation name: String, in id: BlockID) -> JoinTable? {
    guard let field = model(id)?.field(Name(name)), field.type.modelID == id, field.arity == .list
    else { return nil }
    return joinTables(of: id).first { table in
      table.sideA.model.id == table.sideB.model.id
        && (table.sideA.field.name == name || table.sideB.field.name == name)
    }
  }

  private func joinTable(of relation: Relation) -> JoinTable? {
    guard let modelA = model(relation.referencingModel), let indexA = relation.forward,
      let modelB = model(relation.referencedModel), let indexB = relation.back,
      modelA.fields.indices.contains(indexA), modelB.fields.indices.contains(indexB),
      !modelA.isView, !modelB.isView
    else { return nil }
    return JoinTable(
      sideA: JoinTable.Side(model: modelA, field: modelA.fields[indexA]),
      sideB: JoinTable.Side(model: modelB, field: modelB.fields[indexB]))
  }
}
