/// A relation between two models, paired from the relation fields of both.
package struct Relation: Hashable, Sendable {
  package enum Kind: UInt8, Sendable {
    case oneToOne
    case oneToMany
    /// Lists on both sides, kept in a table of its own.
    case implicitManyToMany
    /// Lists on both sides with `fields` (MongoDB).
    case twoWayEmbeddedManyToMany
  }

  package let kind: Kind
  /// The referencing model; of a many-to-many relation the model of side A.
  package let referencingModel: BlockID
  /// The referenced model; of a many-to-many relation the model of side B.
  package let referencedModel: BlockID
  /// The field on the referencing side, as index into the referencing model's fields; nil when only
  /// the list on the other side exists. Of a many-to-many relation side A.
  package let forward: Int?
  /// The field on the referenced side; nil when it does not exist. Of a many-to-many relation side B.
  package let back: Int?

  /// Whether both sides have a field.
  package var isComplete: Bool { forward != nil && back != nil }
  /// Whether both sides are the same model.
  package var isSelfRelation: Bool { referencingModel == referencedModel }
  /// Whether it is one of the two many-to-many kinds.
  package var isManyToMany: Bool {
    kind == .implicitManyToMany || kind == .twoWayEmbeddedManyToMany
  }
}
