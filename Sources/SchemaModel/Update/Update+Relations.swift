import SchemaParser

/// The last stage of an update: relations, and the constraints of the database.
extension Schema {
  /// Pairs relations and names constraints again, where they can be others.
  ///
  /// - Parameter isRebuild: whether nothing is left of those before.
  mutating func pairRelations(isRebuild: Bool, update: inout Update) {
    // A model rests on the fields that it references, which need not be part of a key.
    for slot in update.resolved {
      guard let declaration = lowered[Int(slot)],
        names[declaration.identifier.name]?.index == Int(slot)
      else { continue }
      for other in mentions[declaration.identifier.name] ?? SlotList()
      where !update.paired.contains(other) {
        guard let model = model(BlockID(Int(other))), let pairing = pairings[Int(other)] else {
          continue
        }
        if pairing.references != referencesDigest(of: model) { update.paired.insert(other) }
      }
    }
    for slot in update.removed {
      if !isRebuild {
        for key in update.oldKeys[slot] ?? [] { globalNames.remove(key, owner: slot) }
      }
    }
    for slot in update.paired where lowered[Int(slot)] != nil {
      let id = BlockID(Int(slot))
      if !isRebuild, !update.isFirst {
        for key in update.oldKeys[slot] ?? globalKeys(of: id) {
          globalNames.remove(key, owner: slot)
        }
      }
      if let model = model(id) {
        let relations = pair(model)
        let constraints = constraints(of: model, relations: relations)
        let clashes = modelClashes(constraints)
        pairings[Int(slot)] = Pairing(
          relations: relations, references: referencesDigest(of: model), constraints: constraints,
          clashes: clashes)
        if clashes.isEmpty { clashingModels.remove(slot) } else { clashingModels.insert(slot) }
        if relations.contains(where: { $0.forward == nil }) {
          backOnlyModels.insert(slot)
        } else {
          backOnlyModels.remove(slot)
        }
      } else {
        pairings[Int(slot)] = nil
        clashingModels.remove(slot)
        backOnlyModels.remove(slot)
      }
      for key in globalKeys(of: id) { globalNames.insert(key, owner: slot) }
    }
  }

  /// What a model sees of the fields that it references.
  private func referencesDigest(of model: Model) -> UInt64 {
    var digest = Digest()
    for field in model.fields {
      guard let related = field.type.modelID, let references = field.relation?.references,
        let target = self.model(related)
      else { continue }
      for reference in references.fields {
        guard let field = target.field(reference.name) else { continue }
        field.addDetails(to: &digest)
      }
    }
    return digest.value
  }
}
