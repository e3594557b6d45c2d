import SchemaModel

/// What a relation is, seen from one of its fields, with what is left unsaid in the schema.
public struct RelationFacts: Sendable {
  /// One end of the relation.
  public struct Side: Sendable {
    public let model: Model
    public let field: Field
    /// Whether it is the side that holds the foreign key.
    public let isForward: Bool
  }

  /// What happens to the referencing row, and whether the schema says so.
  public struct Action: Sendable {
    public let action: ReferentialAction
    /// Whether it is not written but follows from the rest.
    public let isDefault: Bool
  }

  /// The relation, of nil sides too.
  public let relation: Relation
  /// The side that was asked about.
  public let side: Side
  /// The other side, nil when it has no field.
  public let opposite: Side?
  /// The name, given or generated.
  public let name: String
  /// The side with the foreign key, nil in many-to-many relations and where it has no field.
  public var forward: Side? {
    side.isForward ? side : opposite.flatMap { $0.isForward ? $0 : nil }
  }
  /// What happens when the row that is referred to is deleted; nil without a foreign key.
  public let onDelete: Action?
  /// What happens when the key of the row that is referred to changes; nil without a foreign key.
  public let onUpdate: Action?
  /// The name of the foreign key in the database, and whether it is given; nil where there is none.
  public let constraint: (name: String, isGiven: Bool)?
}

extension Schema {
  /// The relation that a field takes part in, nil for other fields and where the relation can't be made
  /// out.
  public func relation(of field: Field, in model: Model) -> RelationFacts? {
    guard let other = field.type.modelID.flatMap({ self.model($0) }),
      let found = relation(of: field, in: model.id)
    else { return nil }
    let isFirst = found.referencingModel == model.id && found.forward == field.index
    let oppositeIndex = isFirst ? found.back : found.forward
    let side = RelationFacts.Side(
      model: model, field: field, isForward: isFirst && !found.isManyToMany)
    let opposite = oppositeIndex.flatMap { index -> RelationFacts.Side? in
      guard other.fields.indices.contains(index) else { return nil }
      return RelationFacts.Side(
        model: other, field: other.fields[index], isForward: !isFirst && !found.isManyToMany)
    }
    let forward = side.isForward ? side : opposite.flatMap { $0.isForward ? $0 : nil }
    let attribute = forward?.field.relation
    let isRequired = forward.map { $0.model.requiresRelation(at: $0.field.index) } ?? false
    return RelationFacts(
      relation: found, side: side, opposite: opposite, name: field.relationName(in: model.name),
      onDelete: forward.map { _ in
        attribute?.onDelete.map { RelationFacts.Action(action: $0.action, isDefault: false) }
          ?? RelationFacts.Action(
            action: configuration.defaultOnDelete(isRequired: isRequired), isDefault: true)
      },
      onUpdate: forward.map { _ in
        attribute?.onUpdate.map { RelationFacts.Action(action: $0.action, isDefault: false) }
          ?? RelationFacts.Action(action: configuration.defaultOnUpdate, isDefault: true)
      },
      constraint: forward.flatMap { foreignKeyName(of: $0.field, in: $0.model) })
  }

  /// The name of the foreign key of a relation field, and whether it is given; nil where the database has
  /// none.
  public func foreignKeyName(of field: Field, in model: Model) -> (name: String, isGiven: Bool)? {
    guard configuration.relationMode == .foreignKeys,
      configuration.connector.supportsNamedForeignKeys,
      let fields = field.relation?.fields?.fields, !fields.isEmpty
    else { return nil }
    if let given = field.relation?.map?.value { return (given, true) }
    var names = ConstraintNames(connector: configuration.connector)
    _ = names.foreignKey(of: model, fields: fields)
    return (names.text, false)
  }
}
