/// Finding the relation of a field.
extension Schema {
  /// The relation that a field takes part in, nil when it has no model as its type. Of two, which one-to-one
  /// relations with `fields` on both sides are, the one that the field creates.
  public func relation(of field: Field, in model: BlockID) -> Relation? {
    guard let related = field.type.modelID else { return nil }
    let own = relations(createdBy: model).first { relation in
      relation.referencingModel == model && relation.forward == field.index
        || relation.referencedModel == model && relation.back == field.index
    }
    if own != nil || related == model { return own }
    return relations(createdBy: related).first { relation in
      relation.referencingModel == model && relation.forward == field.index
        || relation.referencedModel == model && relation.back == field.index
    }
  }

  /// The other field of the relation that a field takes part in, with its model; nil when it is missing.
  public func oppositeField(of field: Field, in model: BlockID) -> (model: Model, field: Field)? {
    guard let relation = relation(of: field, in: model) else { return nil }
    let isForward = relation.referencingModel == model && relation.forward == field.index
    let other = self.model(isForward ? relation.referencedModel : relation.referencingModel)
    guard let other, let index = isForward ? relation.back : relation.forward,
      other.fields.indices.contains(index)
    else { return nil }
    return (other, other.fields[index])
  }
}
