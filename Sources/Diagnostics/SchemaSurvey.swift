import SchemaModel

/// What rules need to know of the whole schema, kept up declaration by declaration, so that a keystroke
/// does not pay for it.
struct SchemaSurvey: Sendable {
  /// What most of the schema does.
  private(set) var conventions = Conventions(Census())
  /// The relations that rows can't do without, and go with.
  private(set) var requiredCascades = RequiredCascades()

  private var total = Census()
  /// What was counted of each declaration, by slot.
  private var counted: [Census] = []

  /// What was counted of a declaration.
  func census(of id: BlockID) -> Census {
    counted.indices.contains(id.index) ? counted[id.index] : Census()
  }

  /// Takes over what an update changed.
  mutating func update(with update: SchemaUpdate, of schema: Schema) {
    let added = schema.slotCount - counted.count
    if added > 0 { counted.append(contentsOf: repeatElement(Census(), count: added)) }
    for slot in update.removed { self.update(BlockID(Int(slot)), in: schema) }
    for slot in update.affected { self.update(BlockID(Int(slot)), in: schema) }
    conventions = Conventions(total)
    requiredCascades.findCircles(in: schema)
  }

  private mutating func update(_ id: BlockID, in schema: Schema) {
    guard counted.indices.contains(id.index) else { return }
    let new = Census(of: schema.declaration(id))
    total -= counted[id.index]
    total += new
    counted[id.index] = new
    requiredCascades.update(id, in: schema)
  }
}
